"""The screens of the desk, one a file; each lists its routes."""
