"""The debrief: why it came so, in nine stations, a question before each picture."""
