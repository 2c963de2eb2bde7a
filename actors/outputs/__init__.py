"""What a study leaves for people and other programs, made from its records and its network.

============  ===================================================================
`files`       the files beside a study: tables, graphs, page and ``run.json``
`page`        the interactive page
`freshness`   whether a study and its files are what their input would give
`kept`        measures, as the files have them already where that is so
`styling`     a network with what the page shows of it: measures, places, colours
`exporting`   the network, or a part of it, in one format
`summary`     a study in a line, or as a panel
`view`        a page that was made, as Python and Jupyter hold it
============  ===================================================================
"""
