"""The reader's network in PyTorch, as it is learned: several of a kind at once, side by side.

A student leaves the encoder's own weights as they are and learns two thin matrices beside each of
its matrices (LoRA, Hu et al. 2021), biases, norms, and the two heads. `Network.adapter` gives it as
`onix.reading.neural.minilm.Encoder` takes it. A teacher (`rank` None) learns every matrix.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from onix.reading.neural import minilm
from onix.reading.neural.minilm import HEADS, INPUTS, LAYERS, MATRICES, WIDTH

DROPPED: Final = 0.1
CLOSED: Final = -1e4
UP: Final = 2.0  # the scale of what the thin matrices add
HEADS_OF: Final = ("ends", "stance")


class Batch(NamedTuple):
    """Examples filled up to one length (rows × pieces), and what is right (rows)."""

    ids: Tensor
    types: Tensor
    inside: Tensor
    first: Tensor
    last: Tensor
    stance: Tensor
    fold: Tensor


class Matrix(nn.Module):
    """A matrix for each network: learned, or left as it is with two thin ones beside it."""

    def __init__(self, weight: Tensor, bias: Tensor, count: int, rank: int | None) -> None:
        super().__init__()
        self.rank = rank
        self.register_buffer("own", weight)
        self.register_buffer("own_bias", bias)
        self.bias = nn.Parameter(torch.zeros(count, 1, len(bias)))
        self.widest: Tensor | None = None  # what `Network.ranges` is after
        if rank is None:
            self.more = nn.Parameter(torch.zeros(count, *weight.shape))
        else:
            self.down = nn.Parameter(
                torch.randn(count, rank, weight.shape[1]) / math.sqrt(weight.shape[1])
            )
            self.up = nn.Parameter(torch.zeros(count, weight.shape[0], rank))

    def forward(self, states: Tensor) -> Tensor:
        """Give the product of each network's states (networks × all pieces × width)."""
        if self.widest is not None:
            self.widest = torch.maximum(self.widest, states.detach().abs().amax((0, 1)).float())
        kind = states.dtype
        bias = (self.own_bias + self.bias).to(kind)
        if self.rank is None:
            return torch.baddbmm(bias, states, (self.own + self.more).to(kind).transpose(1, 2))
        whole = functional.linear(states, self.own.to(kind)) + bias
        thin = states @ self.down.to(kind).transpose(1, 2)
        return torch.baddbmm(whole, thin, (UP * self.up).to(kind).transpose(1, 2))


class Norm(nn.Module):
    """A norm for each network, that begins as the encoder's own."""

    def __init__(self, base: dict[str, Tensor], name: str, count: int) -> None:
        super().__init__()
        self.scale = nn.Parameter(base[f"{name}.weight"].repeat(count, 1, 1))
        self.shift = nn.Parameter(base[f"{name}.bias"].repeat(count, 1, 1))

    def forward(self, states: Tensor) -> Tensor:
        """Bring to mean 0 and variance 1, then to scale."""
        plain = functional.layer_norm(states.float(), (WIDTH,), eps=minilm.EPSILON)
        return plain * self.scale + self.shift


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self, base: dict[str, Tensor], number: int, count: int, rank: int | None) -> None:
        super().__init__()
        own = f"encoder.layer.{number}"
        for name, path in MATRICES.items():
            weight, bias = base[f"{own}.{path}.weight"], base[f"{own}.{path}.bias"]
            self.add_module(name, Matrix(weight, bias, count, rank))
        self.first = Norm(base, f"{own}.attention.output.LayerNorm", count)
        self.second = Norm(base, f"{own}.output.LayerNorm", count)

    def forward(self, states: Tensor, mask: Tensor, rows: int) -> Tensor:
        """Let the pieces of each row take in one another, where the mask lets them."""
        count, all_pieces, _ = states.shape

        def heads(values: Tensor) -> Tensor:
            apart = values.view(count * rows, all_pieces // rows, HEADS, WIDTH // HEADS)
            return apart.transpose(1, 2)

        mixed = functional.scaled_dot_product_attention(
            heads(self.query(states)), heads(self.key(states)), heads(self.value(states)), mask
        )
        mixed = mixed.transpose(1, 2).reshape(states.shape)
        kind = states.dtype
        states = self.first(states + self._dropped(self.attended(mixed))).to(kind)
        wide = functional.gelu(self.wide(states), approximate="tanh")
        return self.second(states + self._dropped(self.narrow(wide))).to(kind)

    def _dropped(self, states: Tensor) -> Tensor:
        return functional.dropout(states, DROPPED, self.training)


class Network(nn.Module):
    """The encoder with two heads, ends of the answer and stance, for each of `count` networks."""

    def __init__(self, *, count: int = 1, rank: int | None = None) -> None:
        super().__init__()
        self.count, self.rank = count, rank
        stored = minilm.read_safetensors(minilm.read_file("model.safetensors"))
        base = {
            name: torch.from_numpy(values.astype(np.float32)) for name, values in stored.items()
        }
        self.register_buffer("words", base["embeddings.word_embeddings.weight"])
        self.register_buffer("places", base["embeddings.position_embeddings.weight"])
        types = base["embeddings.token_type_embeddings.weight"].repeat(count, 1, 1)
        types[:, 1] += 0.02 * torch.randn(count, WIDTH)  # the encoder knows one type only
        self.types = nn.Parameter(types)
        self.norm = Norm(base, "embeddings.LayerNorm", count)
        self.layers = nn.ModuleList([Layer(base, n, count, rank) for n in range(LAYERS)])
        self.ends = nn.Parameter(0.02 * torch.randn(count, 2, WIDTH))
        self.stance = nn.Parameter(0.02 * torch.randn(count, 3, WIDTH))
        self.ends_bias = nn.Parameter(torch.zeros(count, 1, 2))
        self.stance_bias = nn.Parameter(torch.zeros(count, 1, 3))

    def heads(self) -> list[nn.Parameter]:
        """Give what begins at random, and has to learn fast."""
        return [self.ends, self.stance, self.ends_bias, self.stance_bias]

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Logits of being first and last of the answer, and of each stance.

        Returns:
            networks × rows × pieces × 2, and networks × rows × 3.
        """
        rows, length = batch.ids.shape
        plain = (self.words[batch.ids] + self.places[:length]).view(1, rows * length, WIDTH)
        states = self.norm(plain + self.types[:, batch.types.view(-1)])
        states = functional.dropout(states, DROPPED, self.training).to(torch.bfloat16)
        mask = torch.zeros(batch.inside.shape, dtype=states.dtype, device=states.device)
        mask = mask.masked_fill(~batch.inside, CLOSED)[:, None, None, :]
        mask = mask.expand(rows, HEADS, length, length).repeat(self.count, 1, 1, 1)
        for layer in self.layers:
            states = layer(states, mask, rows)
        states = states.float()
        closed = (batch.types == 0) | ~batch.inside
        closed[:, 0] = False  # the first piece stands for "no answer"
        ends = torch.baddbmm(self.ends_bias, states, self.ends.transpose(1, 2))
        ends = ends.view(self.count, rows, length, 2).masked_fill(closed[..., None], CLOSED)
        begins = states.view(self.count, rows, length, WIDTH)[:, :, 0]
        return ends, torch.baddbmm(self.stance_bias, begins, self.stance.transpose(1, 2))

    def ranges(self, batches: list[Batch]) -> dict[str, Tensor]:
        """Give the largest value that goes into each channel of each matrix (`INPUTS`)."""
        watched = {
            f"{number}.{name}.range": getattr(layer, name)
            for number, layer in enumerate(self.layers)
            for name in INPUTS
        }
        for matrix in watched.values():
            matrix.widest = torch.zeros(matrix.own.shape[1], device=matrix.own.device)
        self.eval()
        with torch.no_grad():
            for batch in batches:
                self(batch)
        self.train()
        found = {name: matrix.widest for name, matrix in watched.items()}
        for matrix in watched.values():
            matrix.widest = None
        return found

    def _parts(self) -> dict[str, tuple[Tensor, ...]]:
        """Give what each part of the first student's adapter is put together of."""

        def pair(norm: Norm) -> tuple[Tensor, ...]:
            return norm.scale[0], norm.shift[0]

        found = {"types": (self.types[0],), "norm": pair(self.norm)}
        for number, layer in enumerate(self.layers):
            found[f"{number}.attention.norm"] = pair(layer.first)
            found[f"{number}.output.norm"] = pair(layer.second)
            for name in MATRICES:
                matrix = getattr(layer, name)
                found[f"{number}.{name}.down"] = (matrix.down[0],)
                found[f"{number}.{name}.up"] = (matrix.up[0],)
                found[f"{number}.{name}.bias"] = (matrix.bias[0, 0],)
        for name in HEADS_OF:
            found[name] = getattr(self, name)[0], getattr(self, f"{name}_bias")[0, 0, :, None]
        return found

    def adapter(self) -> dict[str, Tensor]:
        """Give what the first student learned, without the ranges."""
        return {
            name: torch.cat(parts, dim=int(name in HEADS_OF))
            * (UP if name.endswith(".up") else 1.0)
            for name, parts in self._parts().items()
        }

    def begin_with(self, adapter: Mapping[str, np.ndarray[Any, Any]]) -> None:
        """Begin with what a student learned before, as it was written to a file."""
        if self.rank is None:
            self._take_in(adapter)
            return
        for name, parts in self._parts().items():
            given = torch.from_numpy(np.asarray(adapter[name], np.float32))
            given = given / (UP if name.endswith(".up") else 1.0)
            dim = int(name in HEADS_OF)
            pieces = given.split([part.shape[dim] for part in parts], dim)
            for part, piece in zip(parts, pieces, strict=True):
                part.data.copy_(piece)

    def _take_in(self, adapter: Mapping[str, np.ndarray[Any, Any]]) -> None:
        """Begin all networks, whose every matrix is learned, with what a student learned."""

        def given(name: str) -> Tensor:
            return torch.from_numpy(np.asarray(adapter[name], np.float32))

        def norm(each: Norm, name: str) -> None:
            each.scale.data[:], each.shift.data[:] = given(name)

        self.types.data[:] = given("types")
        norm(self.norm, "norm")
        for number, layer in enumerate(self.layers):
            norm(layer.first, f"{number}.attention.norm")
            norm(layer.second, f"{number}.output.norm")
            for name in MATRICES:
                matrix, own = getattr(layer, name), f"{number}.{name}"
                matrix.more.data[:] = given(f"{own}.up") @ given(f"{own}.down")
                matrix.bias.data[:] = given(f"{own}.bias")
        for name in HEADS_OF:
            head = given(name)
            getattr(self, name).data[:] = head[:, :-1]
            getattr(self, f"{name}_bias").data[:] = head[:, -1]


def write(path: Path, adapter: dict[str, Tensor]) -> None:
    """Write an adapter to a file, 16 bits a number."""
    arrays: dict[str, Any] = {
        name: each.detach().cpu().numpy().astype(np.float16) for name, each in adapter.items()
    }
    np.savez_compressed(path, **arrays)
