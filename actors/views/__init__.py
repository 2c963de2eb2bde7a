"""The network as a page: one HTML file that opens without a network connection.

`page` puts it together; `layout` places the actors, `drawing` hands them to pyvis,
`payload` carries what the side panel shows, `assets` inlines scripts and styles.
"""
