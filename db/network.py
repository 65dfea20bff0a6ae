"""Tells a folder of this machine from one shared over the network."""

import os
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath

_DRIVE_REMOTE = 4  # GetDriveTypeW, Windows API
_SHARED = frozenset(
    {
        "9p", "afs", "ceph", "cifs", "davfs", "fuse.davfs", "fuse.gvfsd-fuse", "fuse.rclone",
        "fuse.sshfs", "fuse.vmhgfs-fuse", "glusterfs", "fuse.glusterfs", "ncpfs", "nfs", "nfs4",
        "prl_fs", "smb3", "smbfs", "vboxsf",
    }
)  # fmt: skip


def on_network_share(path: Path) -> bool:
    """Tell whether a path lies on a network share, where SQLite's WAL must not be used."""
    if sys.platform == "win32":  # pragma: no cover - asks Windows itself
        from ctypes import windll  # exists on Windows alone

        return shared_by_drive(PureWindowsPath(path.absolute()), windll.kernel32.GetDriveTypeW)
    mounts = Path("/proc/self/mounts")
    return mounts.exists() and shared_by_mount(
        PurePosixPath(path.resolve()), os.fsdecode(mounts.read_bytes())
    )


def shared_by_drive(path: PureWindowsPath, drive_type: Callable[[str], int]) -> bool:
    r"""Tell whether an absolute Windows path is a UNC path or lies on a mapped network drive.

    Args:
        path: absolute.
        drive_type: gives the type of a root such as ``C:\\``, as GetDriveTypeW does.
    """
    return path.drive.startswith("\\\\") or drive_type(f"{path.drive}\\") == _DRIVE_REMOTE


def shared_by_mount(path: PurePosixPath, mounts: str) -> bool:
    """Tell whether an absolute path lies under a network mount.

    Args:
        path: absolute, without symbolic links.
        mounts: text of ``/proc/self/mounts`` (proc(5)).
    """
    kinds = {}
    for line in mounts.splitlines():
        _, folder, kind, *_ = line.split(" ")
        for escaped, char in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
            folder = folder.replace(escaped, char)
        kinds[PurePosixPath(folder)] = kind
    above = next((folder for folder in (path, *path.parents) if folder in kinds), None)
    return above is not None and kinds[above] in _SHARED
