"""A network share is told from a disk of this machine."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from db.network import on_network_share, shared_by_drive, shared_by_mount

MOUNTS = """\
/dev/vda / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
//server/share /mnt/share cifs rw 0 0
/dev/sdb1 /mnt/share/disk ext4 rw 0 0
server:/export /mnt/two\\040words nfs4 rw 0 0
user@host: /srv/salma/far fuse.sshfs rw 0 0
server:/x /mnt/back\\134slash nfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        ("/srv/salma/centre.mahdar", False),
        ("/mnt/share/centre.mahdar", True),
        ("/mnt/share", True),
        ("/mnt/shared/centre.mahdar", False),
        ("/mnt/share/disk/centre.mahdar", False),
        ("/mnt/two words/centre.mahdar", True),
        ("/mnt/back\\slash/centre.mahdar", True),
        ("/srv/salma/far/a/b/centre.mahdar", True),
    ],
)
def test_linux_mounts(path: str, shared: bool) -> None:
    assert shared_by_mount(PurePosixPath(path), MOUNTS) is shared


def test_last_mount_on_a_folder_hides_those_before() -> None:
    mounts = "server:/x /data nfs rw 0 0\n/dev/sdc /data ext4 rw 0 0\n"
    assert not shared_by_mount(PurePosixPath("/data/a"), mounts)


def test_no_mount_at_all() -> None:
    assert not shared_by_mount(PurePosixPath("/data/a"), "")


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        ("C:\\Users\\salma\\centre.mahdar", False),
        ("Z:\\centre.mahdar", True),
        ("\\\\server\\share\\centre.mahdar", True),
    ],
)
def test_windows_drives(path: str, shared: bool) -> None:
    drives = {"C:\\": 3, "Z:\\": 4, "\\\\server\\share\\": 1}
    assert shared_by_drive(PureWindowsPath(path), drives.__getitem__) is shared


def test_folder_of_the_tests_is_local(tmp_path: Path) -> None:
    assert not on_network_share(tmp_path / "centre.mahdar")
