"""What is sent to the API: a body as JSON, or the same as a form with files.

In: a request. Out: a model that was checked, and the files beside it. FastAPI takes a resource's
body in one form only, so that choosing by the content type is here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from starlette.datastructures import FormData, UploadFile

from onix.errors import InputError
from onix.intake import Raw
from onix.serve.posted import MOST_FIELDS, MOST_FILES, MOST_TEXT, name_of

FORM, JSON = "multipart/form-data", "application/json"
M = TypeVar("M", bound=BaseModel)
# Every body that is taken, for OpenAPI.
BODIES: list[type[BaseModel]] = []


def _number(value: Any) -> Any:
    """Refuse what is made a number of elsewhere: "true" and "3" are no places in a text."""
    if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
        raise ValueError("Input should be a number")
    return value


_IS_NUMBER = BeforeValidator(_number)


class Given(BaseModel):
    """A value that comes in; a key that is not known is an error and not passed over."""

    model_config = ConfigDict(extra="forbid")


class GivenTurn(Given):
    """Who speaks from where to where in the text; `begins` and `ends` are seconds."""

    speaker: str | None = Field(None, max_length=500)
    start: Annotated[int, _IS_NUMBER] = Field(ge=0)
    end: Annotated[int, _IS_NUMBER] = Field(ge=0)
    begins: Annotated[float | None, _IS_NUMBER] = None
    ends: Annotated[float | None, _IS_NUMBER] = None


class GivenDocument(Given):
    """A document as `onix add --jsonl` reads it."""

    text: str = Field(min_length=1, max_length=20_000_000)
    doc_id: str | None = Field(None, min_length=1, max_length=500)
    title: str | None = Field(None, max_length=2000)
    published: str | None = Field(None, max_length=40, description="ISO date or date-time.")
    outlet: str | None = Field(None, max_length=200)
    address: str | None = Field(None, max_length=4000)
    turns: list[GivenTurn] | None = Field(None, description="Of a transcript.")


class NoSuchFormError(InputError):
    """A body of a kind that is not taken."""

    status = 415


@dataclass(frozen=True, slots=True)
class Sent(Generic[M]):
    """A body.

    Attributes:
        files: By the name of their field.
    """

    asked: M
    files: dict[str, list[Raw]] = field(default_factory=dict)


class sent(Generic[M]):  # noqa: N801 - it reads as a word in Depends(sent(Check, draft="…"))
    """The dependency that gives a body.

    Args:
        files: What each field for files takes, in words; those of several files end in "[]".
    """

    def __init__(self, model: type[M], **files: str) -> None:
        self._model = model
        self._files = files
        BODIES.append(model)

    async def __call__(self, request: Request) -> Sent[M]:
        """Read and check what was sent."""
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == FORM:
            form = request.form(
                max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=MOST_TEXT
            )
            async with form as fields:
                return await self._of_form(fields)
        if kind not in (JSON, ""):
            raise NoSuchFormError(f"Cannot read {kind!r}. Send {JSON}, or {FORM} with files.")
        try:
            return Sent(self._model.model_validate_json(await request.body()))
        except ValidationError as problem:
            raise _invalid(problem) from problem

    async def _of_form(self, form: FormData) -> Sent[M]:
        values: dict[str, Any] = {}
        files: dict[str, list[Raw]] = {}
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                if name not in self._files:
                    raise InputError(
                        f"No files are taken as {name!r}. Send them as: {', '.join(self._files)}"
                    )
                raw = Raw(name_of(value), await value.read(), value.content_type)
                files.setdefault(name, []).append(raw)
            elif name in self._lists():
                values.setdefault(name, []).append(value)
            elif name in values:
                raise InputError(f"{name!r} was sent twice. Send it once.")
            else:
                values[name] = value
        try:
            return Sent(self._model.model_validate(values), files)
        except ValidationError as problem:
            raise _invalid(problem) from problem

    def _properties(self) -> Mapping[str, Any]:
        properties: Mapping[str, Any] = self._model.model_json_schema()["properties"]
        return properties

    def _lists(self) -> set[str]:
        return {name for name, each in self._properties().items() if each.get("type") == "array"}

    @property
    def described(self) -> dict[str, Any]:
        """Give what OpenAPI says of it, for a route's `openapi_extra`."""
        one = {"type": "string", "format": "binary"}
        form = {
            name: each
            for name, each in self._properties().items()
            if "$ref" not in json.dumps(each)  # values inside of values are for JSON
        }
        for name, says in self._files.items():
            form[name] = {"type": "array", "items": one, "description": says}
        schema = {"type": "object", "properties": form, "additionalProperties": False}
        model = {"$ref": f"#/components/schemas/{self._model.__name__}"}
        content = {JSON: {"schema": model}, FORM: {"schema": schema}}
        return {"requestBody": {"required": True, "content": content}}


def _invalid(problem: ValidationError) -> RequestValidationError:
    """Give the error as FastAPI raises it, so that it is told of like every other."""
    found = problem.errors(include_url=False, include_context=False, include_input=False)
    return RequestValidationError([{**each, "loc": ("body", *each["loc"])} for each in found])
