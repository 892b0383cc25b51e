"""Field types that several tables share."""

from typing import Annotated

from pydantic import Field

from lading.record import Unit

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Slug = Annotated[str, Field(pattern=SLUG)]
"""A stable, readable identifier: lower-case letters, digits and single hyphens."""

Offset = Annotated[int, Field(ge=0), Unit("code point")]
"""A position in a text, counted in code points from 0."""

Count = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]
Ordinal = Annotated[int, Field(ge=1)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
TextDigest = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
Url = Annotated[str, Field(pattern=r"^https?://[!-~]+$")]
LanguageTag = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
TimeOfDay = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
