"""Runs inside Pyodide: parses and runs samples. Every function returns JSON text."""

import ast
import contextlib
import io
import json
import os
import sys
import tempfile
import traceback
import types
import warnings

NAME = "sample.py"


def examine(source, complete):
    """Parse a sample; a complete one is compiled too, which finds a `return` outside a function.

    Gives the first error, or the modules it imports that are not in the standard library.
    """
    with warnings.catch_warnings():
        # A string like "\d" is a warning today and an error tomorrow.
        warnings.simplefilter("error", SyntaxWarning)
        try:
            tree = ast.parse(source, NAME)
            if complete:
                compile(tree, NAME, "exec", dont_inherit=True)
        except SyntaxError as error:
            return json.dumps({"line": error.lineno or 1, "message": f"{type(error).__name__}: {error.msg}"})
    names = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []
        )
    }
    return json.dumps({"foreign": sorted(names - sys.stdlib_module_names - {"__future__"})})


def run(source):
    """Run a sample as a program, in an empty folder, and give what it printed and the error that ended it."""
    module = types.ModuleType("__main__")
    printed = io.StringIO()
    error = None
    main, home, argv = sys.modules["__main__"], os.getcwd(), sys.argv
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
        os.chdir(folder)
        sys.modules["__main__"], sys.argv = module, [NAME]
        try:
            exec(compile(source, NAME, "exec", dont_inherit=True), module.__dict__)
        except SystemExit as exit:
            if exit.code not in (None, 0):
                error = {"line": 1, "message": f"ended with {exit.code!r}"}
        except KeyboardInterrupt:
            error = {"line": 1, "message": "ran too long"}
        except BaseException as failure:
            lines = [frame.lineno for frame in traceback.extract_tb(failure.__traceback__) if frame.filename == NAME]
            error = {"line": lines[-1] if lines else 1, "message": f"{type(failure).__name__}: {failure}"}
        finally:
            os.chdir(home)
            sys.modules["__main__"], sys.argv = main, argv
    return json.dumps({"printed": printed.getvalue(), "error": error})
