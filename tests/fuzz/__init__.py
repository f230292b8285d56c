"""What nobody writes: texts of one repeated piece, and texts cut and glued at random."""
