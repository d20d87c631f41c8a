"""Write the graph that ONNX Runtime runs the encoder by: its steps, without its weights.

    python -m evaluation.encoder_graph --out src/onix/reading/minilm.onnx

Needs `onnx`. The weights are named as in `onix.reading.minilm`, which hands them over when it
loads: they are the published ones with an adapter of Onix added, so they are not in this file.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from onix.reading.minilm import EPSILON, HEADS, LAYERS, ROUNDED, WIDTH

OPSET = 20  # the first with Gelu
IR = 9


class Graph:
    """Nodes and weights put together in order; each step gives the name of its result."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._in_bytes: dict[str, list[str]] = {}

    def step(self, kind: str, inputs: Sequence[str], result: str, **how: Any) -> str:
        """Add one step."""
        self.nodes.append(helper.make_node(kind, list(inputs), [result], **how))
        return result

    def given(self, name: str, *shape: int, kind: int = TensorProto.FLOAT) -> str:
        """Name a weight that is handed over when the graph is loaded."""
        tensor = TensorProto(name=name, data_type=kind, dims=shape)
        tensor.data_location = TensorProto.EXTERNAL
        length = helper.tensor_dtype_to_np_dtype(kind).itemsize * int(np.prod(shape))
        for key, value in (("location", "given"), ("offset", "0"), ("length", str(length))):
            tensor.external_data.add(key=key, value=value)
        self.weights.append(tensor)
        return name

    def fixed(self, name: str, values: Sequence[int]) -> str:
        """Add whole numbers that are part of the graph."""
        self.weights.append(numpy_helper.from_array(np.array(values, dtype=np.int64), name))
        return name

    def dense(self, states: str, name: str, inputs: int, outputs: int) -> str:
        """Multiply with a matrix and add its bias."""
        if name.partition(".")[2] in ROUNDED:
            product = self._rounded(states, name, inputs, outputs)
        else:
            weight = self.given(f"{name}.weight", inputs, outputs)
            product = self.step("MatMul", [states, weight], f"{name}.product")
        return self.step("Add", [product, self.given(f"{name}.bias", outputs)], f"{name}.out")

    def _rounded(self, states: str, name: str, inputs: int, outputs: int) -> str:
        """Multiply in whole numbers of 8 bits; each column of the matrix has its own scale."""
        if states not in self._in_bytes:  # query, key and value share their input
            names = [f"{states}.{each}" for each in ("bytes", "scale", "zero")]
            self.nodes.append(helper.make_node("DynamicQuantizeLinear", [states], names))
            self._in_bytes[states] = names
        whole, scale, zero = self._in_bytes[states]
        weight = self.given(f"{name}.weight", inputs, outputs, kind=TensorProto.INT8)
        product = self.step("MatMulInteger", [whole, weight, zero], f"{name}.whole")
        product = self.step("Cast", [product], f"{name}.float", to=TensorProto.FLOAT)
        column = self.given(f"{name}.column", outputs)
        scales = self.step("Mul", [scale, column], f"{name}.scales")
        return self.step("Mul", [product, scales], f"{name}.product")

    def norm(self, states: str, name: str) -> str:
        """Bring to mean 0 and variance 1, then to scale."""
        weights = [self.given(f"{name}.{each}", WIDTH) for each in ("scale", "shift")]
        return self.step(
            "LayerNormalization", [states, *weights], f"{name}.out", axis=-1, epsilon=EPSILON
        )


def encoder_graph() -> onnx.ModelProto:
    """Give the graph: embeddings and a mask (rows × pieces) in, states in context out."""
    graph = Graph()
    apart = graph.fixed("heads apart", [0, 0, HEADS, WIDTH // HEADS])
    together = graph.fixed("heads together", [0, 0, WIDTH])
    states = graph.norm("embeddings", "norm")
    for number in range(LAYERS):
        heads = {}
        for name in ("query", "key", "value"):
            own = f"{number}.{name}"
            dense = graph.dense(states, own, WIDTH, WIDTH)
            split = graph.step("Reshape", [dense, apart], f"{own}.heads")
            order = [0, 2, 3, 1] if name == "key" else [0, 2, 1, 3]
            heads[name] = graph.step("Transpose", [split], f"{own}.turned", perm=order)
        own = f"{number}.attention"
        weights = graph.step("MatMul", [heads["query"], heads["key"]], f"{own}.weights")
        weights = graph.step("Add", [weights, "mask"], f"{own}.masked")
        weights = graph.step("Softmax", [weights], f"{own}.shares", axis=-1)
        mixed = graph.step("MatMul", [weights, heads["value"]], f"{own}.mixed")
        mixed = graph.step("Transpose", [mixed], f"{own}.turned", perm=[0, 2, 1, 3])
        mixed = graph.step("Reshape", [mixed, together], f"{own}.together")
        attended = graph.dense(mixed, f"{number}.attended", WIDTH, WIDTH)
        states = graph.norm(
            graph.step("Add", [attended, states], f"{own}.sum"), f"{number}.attention.norm"
        )
        wide = graph.dense(states, f"{number}.wide", WIDTH, 4 * WIDTH)
        wide = graph.step("Gelu", [wide], f"{number}.gelu", approximate="tanh")
        narrow = graph.dense(wide, f"{number}.narrow", 4 * WIDTH, WIDTH)
        states = graph.norm(
            graph.step("Add", [narrow, states], f"{number}.output.sum"), f"{number}.output.norm"
        )
    graph.step("Identity", [states], "states")
    float32 = TensorProto.FLOAT
    made = helper.make_graph(
        graph.nodes,
        "encoder",
        [
            helper.make_tensor_value_info("embeddings", float32, ["rows", "pieces", WIDTH]),
            helper.make_tensor_value_info("mask", float32, ["rows", 1, 1, "pieces"]),
        ],
        [helper.make_tensor_value_info("states", float32, ["rows", "pieces", WIDTH])],
        graph.weights,
    )
    return helper.make_model(
        made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR, producer_name="onix"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the graph."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    options.out.write_bytes(encoder_graph().SerializeToString(deterministic=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
