"""Our real packages in real LMSs, installed and started by ``scripts/test lms``."""
