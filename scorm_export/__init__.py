"""Write, describe and check SCORM packages."""
