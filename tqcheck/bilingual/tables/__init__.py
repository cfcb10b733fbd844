"""The data of detectors, a module for each file or folder of `data`; the head of a file says what it holds.

Each is read when it is first asked for, and strictly: RulebookError quotes file and line of what is wrong.
"""
