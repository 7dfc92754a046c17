"""The web application: `/` is the timeline page, `/sparql` the endpoint (https://www.w3.org/TR/sparql11-protocol/)."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from chronotope.errors import InvalidQuery
from chronotope.serve.answers import TooSlow, answer

_LONGEST_QUERY: Final = 100_000
_HEADERS: Final = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


def create_app(store: Path, page_file: Path, *, seconds: float = 30) -> Starlette:
    """The application for the store and the page of one chronicle; a query may take so many seconds."""

    async def page(_request: Request) -> Response:
        return FileResponse(page_file, media_type="text/html; charset=utf-8", headers=_HEADERS)

    async def sparql(request: Request) -> Response:
        query = await _query_of(request)
        try:
            found = await asyncio.to_thread(answer, store, query, _accepted(request), seconds=seconds)
        except InvalidQuery as problem:
            return PlainTextResponse(str(problem), status_code=400, headers=_HEADERS)
        except TooSlow as problem:
            return PlainTextResponse(str(problem), status_code=503, headers=_HEADERS)
        return Response(found.body, media_type=found.media_type, headers=_HEADERS)

    return Starlette(
        routes=[Route("/", page), Route("/sparql", sparql, methods=["GET", "POST"])],
        # A page elsewhere could else reach us by a name of its own that points to this machine (DNS rebinding).
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost", "[::1]"])],
    )


async def _query_of(request: Request) -> str:
    """The query, by any of the protocol's three ways."""
    if "using-graph-uri" in request.query_params or "default-graph-uri" in request.query_params:
        raise HTTPException(400, "the graphs of a query cannot be chosen here; use GRAPH in the query")
    if request.method == "GET":
        query = request.query_params.get("query", "")
    elif request.headers.get("content-type", "").startswith("application/sparql-query"):
        query = (await _body(request)).decode(errors="replace")
    else:
        query = str((await request.form(max_part_size=_LONGEST_QUERY)).get("query", ""))
    if not query.strip():
        raise HTTPException(400, "no query; send one as the parameter `query` (SPARQL 1.1 Protocol)")
    if len(query) > _LONGEST_QUERY:
        raise HTTPException(413, f"the query is longer than {_LONGEST_QUERY} characters")
    return query


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > 4 * _LONGEST_QUERY:
            raise HTTPException(413, f"the query is longer than {_LONGEST_QUERY} characters")
    return body


def _accepted(request: Request) -> list[str]:
    """The media types a client takes, in its order; weights are rarely used with these and are left out."""
    return [part.partition(";")[0].strip() for part in request.headers.get("accept", "").split(",")]
