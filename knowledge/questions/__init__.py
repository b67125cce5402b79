"""When two questions of buyers ask the same, in whatever languages they are written."""
