"""The camera as now believed, its operator, its sources and its history."""
