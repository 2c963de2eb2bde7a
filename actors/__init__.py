"""Actor networks from documents: who is in them, who stands with whom, and which sentence says so."""
