"""Spread the same work over more: one core, all of this machine, or many machines.

===========  ================================================================
`auto`       one of the others, by how much there is to do; the default
`local`      in this process, one batch after another
`processes`  worker processes; models are loaded once in each
`executor`   any executor of `concurrent.futures`
`dask`       workers of Dask, on one machine or many (extra `dask`)
`ray`        workers of Ray, likewise (extra `ray`)
===========  ================================================================

Every engine passes ``tests/contracts/test_engines.py``. One that a package adds is named
by an entry point in the group ``actors.engines``.
"""
