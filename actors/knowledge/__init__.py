"""Facts about the world: states, organisations, places, offices and names."""
