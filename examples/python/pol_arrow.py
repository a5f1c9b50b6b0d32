"""A compiled policy called from Python: pyarrow batches in, pyarrow batches out, through the C functions of the policy."""

import ctypes

import pyarrow


class ArrowSchema(ctypes.Structure):
    _fields_ = [("format", ctypes.c_char_p), ("name", ctypes.c_char_p), ("metadata", ctypes.c_char_p),
                ("flags", ctypes.c_int64), ("n_children", ctypes.c_int64), ("children", ctypes.c_void_p),
                ("dictionary", ctypes.c_void_p), ("release", ctypes.c_void_p), ("private_data", ctypes.c_void_p)]


class ArrowArray(ctypes.Structure):
    _fields_ = [("length", ctypes.c_int64), ("null_count", ctypes.c_int64), ("offset", ctypes.c_int64),
                ("n_buffers", ctypes.c_int64), ("n_children", ctypes.c_int64), ("buffers", ctypes.c_void_p),
                ("children", ctypes.c_void_p), ("dictionary", ctypes.c_void_p), ("release", ctypes.c_void_p),
                ("private_data", ctypes.c_void_p)]


class Policy:
    """`Policy("build/examples/libplan_arrow.so", "qalsody")`; `name` is the policy's own name."""

    def __init__(self, library, name):
        functions = ctypes.CDLL(library)
        self._eval = getattr(functions, f"pol_{name}_eval")
        self._schema = getattr(functions, f"pol_{name}_schema")
        self._identity = getattr(functions, f"pol_{name}_identity")
        for function in (self._eval, self._schema, self._identity):
            function.restype = ctypes.c_char_p

    def identity(self):
        return self._identity().decode()

    def schema(self):
        """The columns that a batch may have, with the plainest type of each."""
        schema = ArrowSchema()
        self._check(self._schema(ctypes.byref(schema), None))
        return pyarrow.schema(pyarrow.DataType._import_from_c(ctypes.addressof(schema)))

    def decide(self, batch):
        """Decides every row of a record batch; its columns are named after facts."""
        schema, array, out_schema, out_array = ArrowSchema(), ArrowArray(), ArrowSchema(), ArrowArray()
        batch._export_to_c(ctypes.addressof(array), ctypes.addressof(schema))
        problem = self._eval(ctypes.byref(schema), ctypes.byref(array), ctypes.byref(out_schema), ctypes.byref(out_array))
        # The input was only borrowed: taking it back releases it.
        pyarrow.RecordBatch._import_from_c(ctypes.addressof(array), ctypes.addressof(schema))
        self._check(problem)
        return pyarrow.RecordBatch._import_from_c(ctypes.addressof(out_array), ctypes.addressof(out_schema))

    @staticmethod
    def _check(problem):
        if problem is not None:
            raise ValueError(problem.decode())
