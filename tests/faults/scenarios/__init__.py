"""One scenario for every service: a stage set for it, and the act that is to be all or nothing.

A service without a scenario fails `test_every_service.py`: who writes one adds it to the file of
its app, with a stage on which it has as much to write as it ever has.
"""
