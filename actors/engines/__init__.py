"""Spread the same work over more: one core, or all of this machine.

===========  ================================================================
`auto`       one of the others, by how much there is to do; the default
`local`      in this process, one batch after another
`processes`  worker processes; models are loaded once in each
===========  ================================================================

Every engine passes ``tests/contracts/test_engines.py``. One that a package adds is named
by an entry point in the group ``actors.engines``.
"""
