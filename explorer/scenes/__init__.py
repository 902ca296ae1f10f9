"""From a trace to what is to be seen, as plain data: no plotting, no widgets."""
