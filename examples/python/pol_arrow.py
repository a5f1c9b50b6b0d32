"""Compiled policies called from Python: pyarrow batches in, pyarrow batches out, through the C functions of the policies."""

import ctypes
import pathlib
import sys

import pyarrow


def library_argument(usage):
    """The library that a script is called with. Where there is none that can be loaded, says so and ends with 2."""
    try:
        ctypes.CDLL(sys.argv[1])
    except IndexError:
        print(f"{usage.splitlines()[0]}\nLIBRARY is build/examples/libplan_arrow.so in a build of pol", file=sys.stderr)
    except OSError as problem:
        print(f"{pathlib.Path(sys.argv[0]).name}: the library cannot be loaded: {problem}", file=sys.stderr)
    else:
        return sys.argv[1]
    sys.exit(2)


class ArrowSchema(ctypes.Structure):
    _fields_ = [("format", ctypes.c_char_p), ("name", ctypes.c_char_p), ("metadata", ctypes.c_char_p),
                ("flags", ctypes.c_int64), ("n_children", ctypes.c_int64), ("children", ctypes.c_void_p),
                ("dictionary", ctypes.c_void_p), ("release", ctypes.c_void_p), ("private_data", ctypes.c_void_p)]


class ArrowArray(ctypes.Structure):
    _fields_ = [("length", ctypes.c_int64), ("null_count", ctypes.c_int64), ("offset", ctypes.c_int64),
                ("n_buffers", ctypes.c_int64), ("n_children", ctypes.c_int64), ("buffers", ctypes.c_void_p),
                ("children", ctypes.c_void_p), ("dictionary", ctypes.c_void_p), ("release", ctypes.c_void_p),
                ("private_data", ctypes.c_void_p)]


class _Functions:
    """The C functions of a library whose names begin with `pol_PREFIX_`."""

    def __init__(self, library, prefix, names):
        functions = ctypes.CDLL(library)
        for name in names:
            function = getattr(functions, f"pol_{prefix}_{name}")
            function.restype = ctypes.c_char_p
            setattr(self, "_" + name, function)

    def decide(self, batch):
        """Decides every row of a record batch; its columns are named after facts."""
        schema, array = ArrowSchema(), ArrowArray()
        batch._export_to_c(ctypes.addressof(array), ctypes.addressof(schema))
        try:
            return self._imported(self._eval, ctypes.byref(schema), ctypes.byref(array))
        finally:
            # The input was only borrowed: taking it back releases it.
            pyarrow.RecordBatch._import_from_c(ctypes.addressof(array), ctypes.addressof(schema))

    def _imported(self, function, *arguments):
        schema, array = ArrowSchema(), ArrowArray()
        self._check(function(*arguments, ctypes.byref(schema), ctypes.byref(array)))
        return pyarrow.RecordBatch._import_from_c(ctypes.addressof(array), ctypes.addressof(schema))

    def _input_schema(self, *arguments):
        schema = ArrowSchema()
        self._check(self._schema(*arguments, ctypes.byref(schema), None))
        return pyarrow.schema(pyarrow.DataType._import_from_c(ctypes.addressof(schema)))

    @staticmethod
    def _check(problem):
        if problem is not None:
            raise ValueError(problem.decode())


class Policy(_Functions):
    """`Policy("build/examples/libplan_arrow.so", "qalsody")`; `name` is the policy's own name."""

    def __init__(self, library, name):
        super().__init__(library, name, ("eval", "schema", "identity"))

    def identity(self):
        return self._identity().decode()

    def schema(self):
        """The columns that a batch may have, with the plainest type of each."""
        return self._input_schema()


class Registry(_Functions):
    """`Registry("build/examples/libplan_arrow.so", "plan_arrow")`: all policies of the target that built the library.

    Beside facts a batch has the column `policy`, a number, or `hcpcs`, `cpt` or `ndc`, a code. `decide` gives a list of
    decisions a row, or says why there are none.
    """

    def __init__(self, library, target):
        super().__init__(library, target + "_registry", ("eval", "schema", "identity"))

    def identity(self):
        """A row for every text of every policy."""
        return self._imported(self._identity)

    def schema(self, number=None):
        """The columns that a batch may have for the policy with that number, or for all."""
        return self._input_schema(None if number is None else number.encode())
