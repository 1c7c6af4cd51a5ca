"""One recorded call: its folder, its replay, its report."""
