"""The review desk: read, judge and correct a study in the browser, on this machine alone.

`app.py` makes the application of one study, `serving.py` runs it. `guard.py` stands before every
request; `desk.py` holds the study, and is its one writer; `screens/` has a file a screen, and
`templates/` what it shows.
"""
