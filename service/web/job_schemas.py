"""The wire of jobs, as Pydantic models for requests and for the OpenAPI document."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from service.web.schemas import SummarizeAnswer, SummarizeRequest, WireProblem


class JobRequest(SummarizeRequest):
    """One article, what to make of it, and where to tell that it is done."""

    callback_url: str | None = Field(
        default=None,
        min_length=1,
        max_length=2048,
        description="An http or https address that the job's document is sent to, signed, once it has ended.",
        examples=["https://desk.example/briefs"],
    )


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid")


class WireProgress(_Answer):
    """How many of the parts of the work are done."""

    done: int = Field(ge=0)
    of: int = Field(ge=0, description="0 until the work has begun.")


class WireJob(_Answer):
    """A job: what became of it, and its result once it is done."""

    id: str
    status: Literal["queued", "running", "done", "failed", "cancelled"]
    created_at: str = Field(json_schema_extra={"format": "date-time"}, description="RFC 3339, in UTC.")
    finished_at: str | None = Field(json_schema_extra={"format": "date-time"}, description="RFC 3339, in UTC.")
    progress: WireProgress
    result: SummarizeAnswer | None = Field(description="The answer as POST /summarize gives it, where it is done.")
    problem: WireProblem | None = Field(description="Why it failed, where it did.")
