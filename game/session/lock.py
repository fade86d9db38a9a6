"""An advisory lock on an open file, so that one game is not played from two windows at once.

The system drops it when the process ends, however it ends: no lock file can be left behind.
"""

from __future__ import annotations

import errno
import sys
from typing import IO

TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)

if sys.platform == "win32":
    import msvcrt

    FAR = 1 << 30  # a byte no journal reaches: Windows keeps others from reading a locked one

    def lock(file: IO[bytes]) -> bool:
        """Whether `file` is ours alone until it is closed; true where the disk knows no locks."""
        place = file.tell()
        try:
            file.seek(FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError as error:
            return error.errno not in TAKEN
        finally:
            file.seek(place)
        return True

else:
    import fcntl

    def lock(file: IO[bytes]) -> bool:
        """Whether `file` is ours alone until it is closed; true where the disk knows no locks."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return error.errno not in TAKEN
        return True
