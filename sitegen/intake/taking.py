"""One run of intake: seed after seed into content files, the ledger and the decision records."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sitegen import digest, files, workers
from sitegen.config import Config
from sitegen.files import Stat
from sitegen.intake import apart, house, importers, reading, record, rejects, relating, seeds
from sitegen.intake.aliases import Aliases
from sitegen.intake.apart import Outcome
from sitegen.intake.articles import Desk
from sitegen.intake.bounds import Bounds
