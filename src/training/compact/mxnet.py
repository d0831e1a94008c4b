"""MXNet's symbol and params files: read them into PyTorch, write them from PyTorch.

Only the operators that Rollcall's packs use are known; others raise an error that names them.
"""

import ast
import json
import struct
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

LIST_MAGIC = 0x112
ARRAY_MAGIC = 0xF993FAC9
FLOAT32 = 0
CPU = 1
MXNET_VERSION = 10900


def read_params(path):
    """Returns the arrays of a params file by name, without the prefixes `arg:` and `aux:`."""
    with open(path, "rb") as file:
        magic, _, count = struct.unpack("<QQQ", file.read(24))
        if magic != LIST_MAGIC:
            raise ValueError(f"{path} is no MXNet params file: it begins with {magic:#x}")
        arrays = [_read_array(file, path) for _ in range(count)]
        (names,) = struct.unpack("<Q", file.read(8))
        keys = [_read_name(file) for _ in range(names)]
    return {key.split(":", 1)[-1]: array for key, array in zip(keys, arrays)}


def _read_array(file, path):
    magic, storage, dimensions = struct.unpack("<IiI", file.read(12))
    if magic != ARRAY_MAGIC or storage != 0:
        raise ValueError(f"{path} holds an array of an unknown kind: {magic:#x}, {storage}")
    shape = struct.unpack(f"<{dimensions}q", file.read(8 * dimensions))
    _, _, kind = struct.unpack("<iii", file.read(12))
    if kind != FLOAT32:
        raise ValueError(f"{path} holds an array of type {kind}, expected float32 ({FLOAT32})")
    return np.frombuffer(file.read(4 * int(np.prod(shape))), np.float32).reshape(shape)


def _read_name(file):
    (length,) = struct.unpack("<Q", file.read(8))
    return file.read(length).decode()


class Network(torch.nn.Module):
    """Computes what a symbol file describes; for inference only."""

    def __init__(self, prefix):
        """`prefix` is the path without `-symbol.json` and `-0000.params`."""
        super().__init__()
        symbol = json.loads(Path(f"{prefix}-symbol.json").read_text())
        self.nodes = [_with_attributes(node) for node in symbol["nodes"]]
        self.head = symbol["heads"][0][0]
        self.names = {}
        for name, array in read_params(f"{prefix}-0000.params").items():
            self.names[name] = "p_" + name.replace(".", "_")
            self.register_buffer(self.names[name], torch.tensor(array))

    def forward(self, data):
        values = {}
        for index, node in enumerate(self.nodes):
            if node["op"] != "null":
                inputs = [values[i[0]] for i in node["inputs"]]
                values[index] = _operator(node)(node["attributes"], *inputs)
            elif node["name"] in self.names:
                values[index] = getattr(self, self.names[node["name"]]).to(data.dtype)
            else:
                values[index] = data
        return values[self.head]


def _with_attributes(node):
    attributes = {key: _value(text) for key, text in node.get("attrs", {}).items()}
    return {**node, "attributes": attributes}


def _value(text):
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return text


def _operator(node):
    if node["op"] not in OPERATORS:
        raise ValueError(f"{node['name']} uses {node['op']}; known are {', '.join(OPERATORS)}")
    return OPERATORS[node["op"]]


def _convolution(a, x, weight, bias):
    return F.conv2d(x, weight, bias, a["stride"], a["pad"], groups=a["num_group"])


def _batch_norm(a, x, gamma, beta, mean, variance):
    return F.batch_norm(x, mean, variance, gamma, beta, eps=a["eps"])


def _activation(a, x):
    return F.relu(x)


def _pooling(a, x):
    if a.get("global_pool"):
        return x.mean((2, 3), keepdim=True)
    pool = F.max_pool2d if a["pool_type"] == "max" else F.avg_pool2d
    return pool(x, a["kernel"], a["stride"], ceil_mode=a["pooling_convention"] == "full")


OPERATORS = {
    "Convolution": _convolution,
    "BatchNorm": _batch_norm,
    "Activation": _activation,
    "Pooling": _pooling,
    "Concat": lambda a, *x: torch.cat(x, a["dim"]),
    "elemwise_add": lambda a, x, y: x + y,
    "Flatten": lambda a, x: torch.flatten(x, 1),
    "FullyConnected": lambda a, x, weight, bias: F.linear(torch.flatten(x, 1), weight, bias),
    "L2Normalization": lambda a, x: F.normalize(x),
}


class Writer:
    """Collects the operators of a network, in their order, and writes its two files."""

    def __init__(self):
        self.nodes = []
        self.params = {}
        self.data = self._node("null", "data", [])

    def convolution(self, x, name, layer, weight, bias):
        """Adds a convolution shaped like the PyTorch layer, with other weights."""
        return self._node(
            "Convolution",
            name,
            [x, self._param(name + "_weight", weight), self._param(name + "_bias", bias)],
            kernel=tuple(layer.kernel_size),
            stride=tuple(layer.stride),
            pad=tuple(layer.padding),
            num_filter=layer.out_channels,
            num_group=layer.groups,
            no_bias=False,
        )

    def dense(self, x, name, weight, bias):
        return self._node(
            "FullyConnected",
            name,
            [x, self._param(name + "_weight", weight), self._param(name + "_bias", bias)],
            num_hidden=len(bias),
            no_bias=False,
        )

    def relu(self, x, name):
        return self._node("Activation", name, [x], act_type="relu")

    def max_pool(self, x, name, kernel, stride):
        return self._node(
            "Pooling",
            name,
            [x],
            kernel=(kernel, kernel),
            stride=(stride, stride),
            pool_type="max",
            pooling_convention="full",
        )

    def add(self, x, y, name):
        return self._node("elemwise_add", name, [x, y])

    def flatten(self, x, name):
        return self._node("Flatten", name, [x])

    def normalize(self, x, name):
        return self._node("L2Normalization", name, [x], mode="instance")

    def write(self, prefix, head):
        """Writes `prefix-symbol.json` and `prefix-0000.params`; `head` is the output."""
        symbol = {
            "nodes": self.nodes,
            "arg_nodes": [i for i, node in enumerate(self.nodes) if node["op"] == "null"],
            "node_row_ptr": list(range(len(self.nodes) + 1)),
            "heads": [[head, 0, 0]],
            "attrs": {"mxnet_version": ["int", MXNET_VERSION]},
        }
        Path(f"{prefix}-symbol.json").write_text(json.dumps(symbol, indent=1) + "\n")
        with open(f"{prefix}-0000.params", "wb") as file:
            file.write(struct.pack("<QQQ", LIST_MAGIC, 0, len(self.params)))
            for array in self.params.values():
                file.write(struct.pack("<IiI", ARRAY_MAGIC, 0, array.ndim))
                file.write(struct.pack(f"<{array.ndim}q", *array.shape))
                file.write(struct.pack("<iii", CPU, 0, FLOAT32))
                file.write(array.tobytes())
            file.write(struct.pack("<Q", len(self.params)))
            for name in self.params:
                key = f"arg:{name}".encode()
                file.write(struct.pack("<Q", len(key)) + key)

    def _param(self, name, values):
        array = values.detach().float().cpu().numpy() if torch.is_tensor(values) else values
        self.params[name] = np.ascontiguousarray(array, np.float32)
        return self._node("null", name, [])

    def _node(self, op, name, inputs, **attributes):
        node = {"op": op, "name": name, "inputs": [[i, 0, 0] for i in inputs]}
        if attributes:
            node["attrs"] = {key: str(value) for key, value in attributes.items()}
        self.nodes.append(node)
        return len(self.nodes) - 1
