"""The first schema."""

import sqlalchemy as sa
from alembic import op

from db import search

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:  # noqa: PLR0915 - one statement a table
    op.create_table(
        "bodies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "ministry",
                "academy",
                "directorate",
                "centre",
                "service",
                "school",
                "partner",
                name="bodykind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("town_ar", sa.Text(), nullable=False),
        sa.Column("town_fr", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("parent_id <> id", name=op.f("ck_bodies_not_its_own_parent")),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["bodies.id"], name=op.f("fk_bodies_parent_id_bodies")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bodies")),
        sa.UniqueConstraint("uid", name=op.f("uq_bodies_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_bodies_parent_id"), "bodies", ["parent_id"], unique=False)
    op.create_table(
        "contents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contents")),
        sa.UniqueConstraint("sha256", name=op.f("uq_contents_sha256")),
        sa.UniqueConstraint("uid", name=op.f("uq_contents_uid")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "groups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("name_ar", sa.Text(), nullable=False),
        sa.Column("name_fr", sa.Text(), nullable=False),
        sa.CheckConstraint("name_ar <> '' OR name_fr <> ''", name=op.f("ck_groups_named")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groups")),
        sa.UniqueConstraint("uid", name=op.f("uq_groups_uid")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(length=36), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("use_case", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("record_uid", sa.String(length=36), nullable=False),
        sa.Column("root_uid", sa.String(length=36), nullable=False),
        sa.Column("operation", sa.String(length=8), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
    )
    op.create_index(op.f("ix_journal_at"), "journal", ["at"], unique=False)
    op.create_index(op.f("ix_journal_record_uid"), "journal", ["record_uid"], unique=False)
    op.create_index(op.f("ix_journal_root_uid"), "journal", ["root_uid"], unique=False)
    op.create_index(op.f("ix_journal_unit"), "journal", ["unit"], unique=False)
    op.create_table(
        "numbering_counters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind <> ''", name=op.f("ck_numbering_counters_of_a_kind")),
        sa.CheckConstraint("last >= 0", name=op.f("ck_numbering_counters_last_not_negative")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_numbering_counters")),
        sa.UniqueConstraint("kind", "year", name=op.f("uq_numbering_counters_kind_year")),
        sa.UniqueConstraint("uid", name=op.f("uq_numbering_counters_uid")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column(
            "civility",
            sa.Enum(
                "mr",
                "mrs",
                "unknown",
                name="civility",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("name_ar", sa.Text(), nullable=False),
        sa.Column("name_fr", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.CheckConstraint("name_ar <> '' OR name_fr <> ''", name=op.f("ck_people_named")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("uid", name=op.f("uq_people_uid")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "phrases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("abbreviation_ar", sa.Text(), nullable=False),
        sa.Column("abbreviation_fr", sa.Text(), nullable=False),
        sa.Column("text_ar", sa.Text(), nullable=False),
        sa.Column("text_fr", sa.Text(), nullable=False),
        sa.CheckConstraint("text_ar <> '' OR text_fr <> ''", name=op.f("ck_phrases_worded")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phrases")),
        sa.UniqueConstraint(
            "category",
            "abbreviation_ar",
            "abbreviation_fr",
            name=op.f("uq_phrases_category_abbreviation_ar_abbreviation_fr"),
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_phrases_uid")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "saved_views",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("filters", sa.Text(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_saved_views_named")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_views")),
        sa.UniqueConstraint("place", "name", name=op.f("uq_saved_views_place_name")),
        sa.UniqueConstraint("uid", name=op.f("uq_saved_views_uid")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("name_ar", sa.Text(), nullable=False),
        sa.Column("name_fr", sa.Text(), nullable=False),
        sa.CheckConstraint("name_ar <> '' OR name_fr <> ''", name=op.f("ck_series_named")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
        sa.UniqueConstraint("uid", name=op.f("uq_series_uid")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "session_types",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("indefinite", sa.Text(), nullable=False),
        sa.Column("definite", sa.Text(), nullable=False),
        sa.Column("gender", sa.Text(), nullable=False),
        sa.Column("plural", sa.Text(), nullable=False),
        sa.Column("french", sa.Text(), nullable=False),
        sa.Column("french_gender", sa.Text(), nullable=False),
        sa.Column("french_plural", sa.Text(), nullable=False),
        sa.Column("verbs", sa.Text(), nullable=False),
        sa.Column("training", sa.Boolean(), nullable=False),
        sa.Column("remote", sa.Boolean(), nullable=False),
        sa.CheckConstraint("code <> ''", name=op.f("ck_session_types_coded")),
        sa.CheckConstraint(
            "french_gender IN ('m', 'f')", name=op.f("ck_session_types_french_gender")
        ),
        sa.CheckConstraint("gender IN ('m', 'f')", name=op.f("ck_session_types_gender")),
        sa.CheckConstraint("verbs IN ('A', 'B', 'C')", name=op.f("ck_session_types_verbs")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_types")),
        sa.UniqueConstraint("code", name=op.f("uq_session_types_code")),
        sa.UniqueConstraint("uid", name=op.f("uq_session_types_uid")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "settings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.CheckConstraint("key <> ''", name=op.f("ck_settings_keyed")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settings")),
        sa.UniqueConstraint("key", name=op.f("uq_settings_key")),
        sa.UniqueConstraint("uid", name=op.f("uq_settings_uid")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "appointments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("title_ar", sa.Text(), nullable=False),
        sa.Column("title_fr", sa.Text(), nullable=False),
        sa.Column("single", sa.Boolean(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"], ["bodies.id"], name=op.f("fk_appointments_body_id_bodies")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_appointments_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointments")),
        sa.UniqueConstraint(
            "person_id", "valid_from", name=op.f("uq_appointments_person_id_valid_from")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_appointments_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_appointments_body_id"), "appointments", ["body_id"], unique=False)
    op.create_index(op.f("ix_appointments_person_id"), "appointments", ["person_id"], unique=False)
    op.create_table(
        "body_names",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("name_ar", sa.Text(), nullable=False),
        sa.Column("name_fr", sa.Text(), nullable=False),
        sa.Column("short_name_ar", sa.Text(), nullable=False),
        sa.Column("short_name_fr", sa.Text(), nullable=False),
        sa.CheckConstraint("name_ar <> '' OR name_fr <> ''", name=op.f("ck_body_names_named")),
        sa.ForeignKeyConstraint(
            ["body_id"], ["bodies.id"], name=op.f("fk_body_names_body_id_bodies")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_body_names")),
        sa.UniqueConstraint("body_id", "valid_from", name=op.f("uq_body_names_body_id_valid_from")),
        sa.UniqueConstraint("uid", name=op.f("uq_body_names_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_body_names_body_id"), "body_names", ["body_id"], unique=False)
    op.create_table(
        "group_members",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_group_members_group_id_groups")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_group_members_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_members")),
        sa.UniqueConstraint(
            "group_id", "person_id", name=op.f("uq_group_members_group_id_person_id")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_group_members_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_group_members_group_id"), "group_members", ["group_id"], unique=False)
    op.create_index(
        op.f("ix_group_members_person_id"), "group_members", ["person_id"], unique=False
    )
    op.create_table(
        "sessions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("type_code", sa.Text(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "invited",
                "held",
                "drafting",
                "signed",
                "sent",
                "postponed",
                "cancelled",
                name="sessionstate",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("theme_ar", sa.Text(), nullable=False),
        sa.Column("theme_fr", sa.Text(), nullable=False),
        sa.Column("purpose_ar", sa.Text(), nullable=False),
        sa.Column("purpose_fr", sa.Text(), nullable=False),
        sa.Column("objectives", sa.JSON(), nullable=False),
        sa.Column("framework_ar", sa.Text(), nullable=False),
        sa.Column("framework_fr", sa.Text(), nullable=False),
        sa.Column("start_time", sa.Time(), nullable=True),
        sa.Column("end_time", sa.Time(), nullable=True),
        sa.Column("hijri_ar", sa.Text(), nullable=False),
        sa.Column("hijri_fr", sa.Text(), nullable=False),
        sa.Column(
            "mode",
            sa.Enum(
                "in_person",
                "remote",
                "mixed",
                name="mode",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("room_ar", sa.Text(), nullable=False),
        sa.Column("room_fr", sa.Text(), nullable=False),
        sa.Column("site_ar", sa.Text(), nullable=False),
        sa.Column("site_fr", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("organiser_id", sa.Integer(), nullable=True),
        sa.Column("chair_id", sa.Integer(), nullable=True),
        sa.Column("on_behalf_of_id", sa.Integer(), nullable=True),
        sa.Column("rapporteur_id", sa.Integer(), nullable=True),
        sa.Column("opened_with_quran", sa.Boolean(), nullable=False),
        sa.Column("opened_with_anthem", sa.Boolean(), nullable=False),
        sa.Column("agenda_exhausted", sa.Boolean(), nullable=False),
        sa.Column("conclusions", sa.JSON(), nullable=False),
        sa.Column("other_business_ar", sa.Text(), nullable=False),
        sa.Column("other_business_fr", sa.Text(), nullable=False),
        sa.Column("enclosures", sa.JSON(), nullable=False),
        sa.Column("copies", sa.JSON(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("registry_reference", sa.Text(), nullable=False),
        sa.Column("registry_date", sa.Date(), nullable=True),
        sa.Column("minutes_dated", sa.Date(), nullable=True),
        sa.Column("series_id", sa.Integer(), nullable=True),
        sa.Column(
            "minutes_state",
            sa.Enum(
                "draft",
                "to_review",
                "to_sign",
                "signed",
                "sent",
                name="documentstate",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("minutes_version", sa.Integer(), nullable=False),
        sa.Column("minutes_final", sa.Boolean(), nullable=False),
        sa.Column("reopening", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state <> 'cancelled' OR reason <> ''", name=op.f("ck_sessions_reason_given")
        ),
        sa.CheckConstraint("type_code <> ''", name=op.f("ck_sessions_typed")),
        sa.CheckConstraint(
            "NOT minutes_final OR minutes_version > 0", name=op.f("ck_sessions_final_has_a_version")
        ),
        sa.CheckConstraint("end_time > start_time", name=op.f("ck_sessions_ends_after_start")),
        sa.CheckConstraint("minutes_version >= 0", name=op.f("ck_sessions_version_not_negative")),
        sa.ForeignKeyConstraint(
            ["chair_id"], ["people.id"], name=op.f("fk_sessions_chair_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["on_behalf_of_id"], ["people.id"], name=op.f("fk_sessions_on_behalf_of_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["organiser_id"], ["bodies.id"], name=op.f("fk_sessions_organiser_id_bodies")
        ),
        sa.ForeignKeyConstraint(
            ["rapporteur_id"], ["people.id"], name=op.f("fk_sessions_rapporteur_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_sessions_series_id_series")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sa.UniqueConstraint("uid", name=op.f("uq_sessions_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_sessions_chair_id"), "sessions", ["chair_id"], unique=False)
    op.create_index(
        op.f("ix_sessions_on_behalf_of_id"), "sessions", ["on_behalf_of_id"], unique=False
    )
    op.create_index(op.f("ix_sessions_organiser_id"), "sessions", ["organiser_id"], unique=False)
    op.create_index(op.f("ix_sessions_rapporteur_id"), "sessions", ["rapporteur_id"], unique=False)
    op.create_index(op.f("ix_sessions_series_id"), "sessions", ["series_id"], unique=False)
    op.create_index(op.f("ix_sessions_state"), "sessions", ["state"], unique=False)
    op.create_table(
        "agenda_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title_ar", sa.Text(), nullable=False),
        sa.Column("title_fr", sa.Text(), nullable=False),
        sa.Column("presenter_id", sa.Integer(), nullable=True),
        sa.Column("planned_minutes", sa.Integer(), nullable=True),
        sa.Column("spent_seconds", sa.Integer(), nullable=True),
        sa.Column(
            "origin",
            sa.Enum(
                "typed",
                "approval",
                "follow_up",
                "carried",
                name="agendaorigin",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("of_session_id", sa.Integer(), nullable=True),
        sa.Column("carried_from_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "planned_minutes >= 0", name=op.f("ck_agenda_items_minutes_not_negative")
        ),
        sa.CheckConstraint("spent_seconds >= 0", name=op.f("ck_agenda_items_spent_not_negative")),
        sa.ForeignKeyConstraint(
            ["carried_from_id"],
            ["agenda_items.id"],
            name=op.f("fk_agenda_items_carried_from_id_agenda_items"),
        ),
        sa.ForeignKeyConstraint(
            ["of_session_id"], ["sessions.id"], name=op.f("fk_agenda_items_of_session_id_sessions")
        ),
        sa.ForeignKeyConstraint(
            ["presenter_id"], ["people.id"], name=op.f("fk_agenda_items_presenter_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_agenda_items_session_id_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_items")),
        sa.UniqueConstraint("uid", name=op.f("uq_agenda_items_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_agenda_items_carried_from_id"), "agenda_items", ["carried_from_id"], unique=False
    )
    op.create_index(
        op.f("ix_agenda_items_of_session_id"), "agenda_items", ["of_session_id"], unique=False
    )
    op.create_index(
        op.f("ix_agenda_items_presenter_id"), "agenda_items", ["presenter_id"], unique=False
    )
    op.create_index(
        op.f("ix_agenda_items_session_id"), "agenda_items", ["session_id"], unique=False
    )
    op.create_table(
        "attendance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("invited", sa.Boolean(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "sent",
                "yes",
                "no",
                "none",
                name="answer",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "not_recorded",
                "present",
                "remote",
                "represented",
                "excused",
                "absent",
                name="attendancestate",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("represented_by_id", sa.Integer(), nullable=True),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("left_early", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "(state = 'represented') = (represented_by_id IS NOT NULL)",
            name=op.f("ck_attendance_represented_by_somebody"),
        ),
        sa.CheckConstraint(
            "state IN ('present', 'remote') OR NOT (late OR left_early)",
            name=op.f("ck_attendance_late_only_if_there"),
        ),
        sa.CheckConstraint(
            "represented_by_id <> id", name=op.f("ck_attendance_represented_by_another")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_attendance_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["session_id", "represented_by_id"],
            ["attendance.session_id", "attendance.id"],
            name=op.f("fk_attendance_session_id_represented_by_id_attendance"),
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_attendance_session_id_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("session_id", "id", name=op.f("uq_attendance_session_id_id")),
        sa.UniqueConstraint(
            "session_id", "person_id", name=op.f("uq_attendance_session_id_person_id")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_attendance_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_attendance_person_id"), "attendance", ["person_id"], unique=False)
    op.create_index(
        op.f("ix_attendance_represented_by_id"), "attendance", ["represented_by_id"], unique=False
    )
    op.create_index(op.f("ix_attendance_session_id"), "attendance", ["session_id"], unique=False)
    op.create_table(
        "final_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("finalised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "number = 1 OR reason <> ''", name=op.f("ck_final_versions_reason_given")
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_final_versions_number_from_one")),
        sa.ForeignKeyConstraint(
            ["content_id"], ["contents.id"], name=op.f("fk_final_versions_content_id_contents")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_final_versions_session_id_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_final_versions")),
        sa.UniqueConstraint(
            "session_id", "number", name=op.f("uq_final_versions_session_id_number")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_final_versions_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_final_versions_content_id"), "final_versions", ["content_id"], unique=False
    )
    op.create_index(
        op.f("ix_final_versions_session_id"), "final_versions", ["session_id"], unique=False
    )
    op.create_table(
        "invitation_letters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("binding", sa.Boolean(), nullable=False),
        sa.Column("addressees_ar", sa.Text(), nullable=False),
        sa.Column("addressees_fr", sa.Text(), nullable=False),
        sa.Column("under_ar", sa.Text(), nullable=False),
        sa.Column("under_fr", sa.Text(), nullable=False),
        sa.Column("references", sa.JSON(), nullable=False),
        sa.Column("enclosures", sa.JSON(), nullable=False),
        sa.Column("copies", sa.JSON(), nullable=False),
        sa.Column("agenda_enclosed", sa.Boolean(), nullable=False),
        sa.Column("reply_by", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_invitation_letters_session_id_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation_letters")),
        sa.UniqueConstraint("session_id", name=op.f("uq_invitation_letters_session_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_invitation_letters_uid")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "issued_documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column(
            "person_or_nobody",
            sa.Integer(),
            sa.Computed("coalesce(person_id, 0)", persisted=True),
            nullable=False,
        ),
        sa.Column(
            "session_or_none",
            sa.Integer(),
            sa.Computed("coalesce(session_id, 0)", persisted=True),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "minutes",
                "report",
                "attendance-sheet",
                "invitation",
                "attestation",
                "follow-ups",
                "extract",
                "actions",
                "changes",
                "attestation-register",
                "cover-sheet",
                "synthesis",
                "director-page",
                "plan",
                "operation-cards",
                "catalogue",
                "system-sheet",
                "coverage",
                "campaign",
                "requests",
                "news",
                name="documentkind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "language",
            sa.Enum(
                "ar",
                "fr",
                "both",
                name="documentlanguage",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "to_review",
                "to_sign",
                "signed",
                "sent",
                name="documentstate",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("registry_reference", sa.Text(), nullable=False),
        sa.Column("registry_date", sa.Date(), nullable=True),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("minutes_version", sa.Integer(), nullable=True),
        sa.CheckConstraint("version >= 1", name=op.f("ck_issued_documents_version_from_one")),
        sa.ForeignKeyConstraint(
            ["content_id"], ["contents.id"], name=op.f("fk_issued_documents_content_id_contents")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_issued_documents_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_issued_documents_session_id_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issued_documents")),
        sa.UniqueConstraint(
            "session_or_none",
            "kind",
            "language",
            "person_or_nobody",
            "subject",
            "version",
            name=op.f(
                "uq_issued_documents_session_or_none_kind_language_person_or_nobody_subject_version"
            ),
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_issued_documents_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_issued_documents_content_id"), "issued_documents", ["content_id"], unique=False
    )
    op.create_index(
        op.f("ix_issued_documents_person_id"), "issued_documents", ["person_id"], unique=False
    )
    op.create_index(
        op.f("ix_issued_documents_session_id"), "issued_documents", ["session_id"], unique=False
    )
    op.create_table(
        "replaced_wordings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column(
            "session_or_none",
            sa.Integer(),
            sa.Computed("coalesce(session_id, 0)", persisted=True),
            nullable=False,
        ),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "minutes",
                "report",
                "attendance-sheet",
                "invitation",
                "attestation",
                "follow-ups",
                "extract",
                "actions",
                "changes",
                "attestation-register",
                "cover-sheet",
                "synthesis",
                "director-page",
                "plan",
                "operation-cards",
                "catalogue",
                "system-sheet",
                "coverage",
                "campaign",
                "requests",
                "news",
                name="documentkind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column(
            "person_or_nobody",
            sa.Integer(),
            sa.Computed("coalesce(person_id, 0)", persisted=True),
            nullable=False,
        ),
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint("block <> ''", name=op.f("ck_replaced_wordings_of_a_block")),
        sa.CheckConstraint("language IN ('ar', 'fr')", name=op.f("ck_replaced_wordings_language")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_replaced_wordings_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_replaced_wordings_session_id_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replaced_wordings")),
        sa.UniqueConstraint(
            "session_or_none",
            "subject",
            "kind",
            "block",
            "language",
            "person_or_nobody",
            name=op.f(
                "uq_replaced_wordings_session_or_none_subject_kind_block_language_person_or_nobody"
            ),
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_replaced_wordings_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_replaced_wordings_person_id"), "replaced_wordings", ["person_id"], unique=False
    )
    op.create_index(
        op.f("ix_replaced_wordings_session_id"), "replaced_wordings", ["session_id"], unique=False
    )
    op.create_table(
        "session_days",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_session_days_session_id_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_days")),
        sa.UniqueConstraint("session_id", "day", name=op.f("uq_session_days_session_id_day")),
        sa.UniqueConstraint("uid", name=op.f("uq_session_days_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_session_days_day"), "session_days", ["day"], unique=False)
    op.create_index(
        op.f("ix_session_days_session_id"), "session_days", ["session_id"], unique=False
    )
    op.create_table(
        "session_people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "facilitator",
                "signatory",
                name="sessionrole",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_session_people_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_session_people_session_id_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_people")),
        sa.UniqueConstraint(
            "session_id",
            "role",
            "person_id",
            name=op.f("uq_session_people_session_id_role_person_id"),
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_session_people_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_session_people_person_id"), "session_people", ["person_id"], unique=False
    )
    op.create_index(
        op.f("ix_session_people_session_id"), "session_people", ["session_id"], unique=False
    )
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column(
            "means",
            sa.Enum(
                "email",
                "hand",
                "post",
                "registry",
                "other",
                name="deliverymeans",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("content_id", sa.Integer(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("recipient <> ''", name=op.f("ck_deliveries_to_somebody")),
        sa.CheckConstraint(
            "confirmed_at >= sent_at", name=op.f("ck_deliveries_confirmed_after_sent")
        ),
        sa.ForeignKeyConstraint(
            ["body_id"], ["bodies.id"], name=op.f("fk_deliveries_body_id_bodies")
        ),
        sa.ForeignKeyConstraint(
            ["content_id"], ["contents.id"], name=op.f("fk_deliveries_content_id_contents")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["issued_documents.id"],
            name=op.f("fk_deliveries_document_id_issued_documents"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_deliveries_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint("uid", name=op.f("uq_deliveries_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_deliveries_body_id"), "deliveries", ["body_id"], unique=False)
    op.create_index(op.f("ix_deliveries_content_id"), "deliveries", ["content_id"], unique=False)
    op.create_index(op.f("ix_deliveries_document_id"), "deliveries", ["document_id"], unique=False)
    op.create_index(op.f("ix_deliveries_person_id"), "deliveries", ["person_id"], unique=False)
    op.create_table(
        "document_signatories",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["issued_documents.id"],
            name=op.f("fk_document_signatories_document_id_issued_documents"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_document_signatories_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_signatories")),
        sa.UniqueConstraint(
            "document_id", "person_id", name=op.f("uq_document_signatories_document_id_person_id")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_document_signatories_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_document_signatories_document_id"),
        "document_signatories",
        ["document_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_document_signatories_person_id"),
        "document_signatories",
        ["person_id"],
        unique=False,
    )
    op.create_table(
        "outcomes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("agenda_item_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "decision",
                "recommendation",
                "commitment",
                "action",
                "proposal",
                name="outcomekind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("text_ar", sa.Text(), nullable=False),
        sa.Column("text_fr", sa.Text(), nullable=False),
        sa.Column("owner_person_id", sa.Integer(), nullable=True),
        sa.Column("owner_text_ar", sa.Text(), nullable=False),
        sa.Column("owner_text_fr", sa.Text(), nullable=False),
        sa.Column("partners_ar", sa.Text(), nullable=False),
        sa.Column("partners_fr", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("ongoing", sa.Boolean(), nullable=False),
        sa.Column(
            "priority",
            sa.Enum(
                "urgent",
                "high",
                "normal",
                "low",
                name="priority",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "not_started",
                "in_progress",
                "partly_done",
                "done",
                "suspended",
                "postponed",
                "cancelled",
                "passed_on",
                name="followupstate",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("remarks_ar", sa.Text(), nullable=False),
        sa.Column("remarks_fr", sa.Text(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "state NOT IN ('suspended', 'postponed', 'cancelled', 'passed_on') OR reason <> ''",
            name=op.f("ck_outcomes_reason_given"),
        ),
        sa.CheckConstraint("text_ar <> '' OR text_fr <> ''", name=op.f("ck_outcomes_worded")),
        sa.CheckConstraint(
            "NOT ongoing OR due IS NULL", name=op.f("ck_outcomes_ongoing_has_no_due_date")
        ),
        sa.CheckConstraint("percent BETWEEN 0 AND 100", name=op.f("ck_outcomes_percent_in_range")),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["agenda_items.id"],
            name=op.f("fk_outcomes_agenda_item_id_agenda_items"),
        ),
        sa.ForeignKeyConstraint(
            ["owner_person_id"], ["people.id"], name=op.f("fk_outcomes_owner_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_outcomes_session_id_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcomes")),
        sa.UniqueConstraint("uid", name=op.f("uq_outcomes_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_outcomes_agenda_item_id"), "outcomes", ["agenda_item_id"], unique=False
    )
    op.create_index(op.f("ix_outcomes_due_state"), "outcomes", ["due", "state"], unique=False)
    op.create_index(
        op.f("ix_outcomes_owner_person_id"), "outcomes", ["owner_person_id"], unique=False
    )
    op.create_index(
        "ix_outcomes_register",
        "outcomes",
        ["state", "due", "kind", "priority", "owner_person_id", "session_id", "review_on"],
        unique=False,
    )
    op.create_index(op.f("ix_outcomes_session_id"), "outcomes", ["session_id"], unique=False)
    op.create_table(
        "outputs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column(
            "means",
            sa.Enum(
                "printer",
                "file",
                name="outputmeans",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("copies >= 1", name=op.f("ck_outputs_copies_from_one")),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["issued_documents.id"],
            name=op.f("fk_outputs_document_id_issued_documents"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outputs")),
        sa.UniqueConstraint("uid", name=op.f("uq_outputs_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_outputs_document_id"), "outputs", ["document_id"], unique=False)
    op.create_table(
        "attachments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("outcome_id", sa.Integer(), nullable=True),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("description_ar", sa.Text(), nullable=False),
        sa.Column("description_fr", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("file_name <> ''", name=op.f("ck_attachments_named")),
        sa.ForeignKeyConstraint(
            ["content_id"], ["contents.id"], name=op.f("fk_attachments_content_id_contents")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["issued_documents.id"],
            name=op.f("fk_attachments_document_id_issued_documents"),
        ),
        sa.ForeignKeyConstraint(
            ["outcome_id"], ["outcomes.id"], name=op.f("fk_attachments_outcome_id_outcomes")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_attachments_session_id_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachments")),
        sa.UniqueConstraint("uid", name=op.f("uq_attachments_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_attachments_content_id"), "attachments", ["content_id"], unique=False)
    op.create_index(
        op.f("ix_attachments_document_id"), "attachments", ["document_id"], unique=False
    )
    op.create_index(op.f("ix_attachments_outcome_id"), "attachments", ["outcome_id"], unique=False)
    op.create_index(op.f("ix_attachments_session_id"), "attachments", ["session_id"], unique=False)
    op.create_table(
        "carried_outcomes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("outcome_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["outcome_id"], ["outcomes.id"], name=op.f("fk_carried_outcomes_outcome_id_outcomes")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_carried_outcomes_session_id_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carried_outcomes")),
        sa.UniqueConstraint(
            "session_id", "outcome_id", name=op.f("uq_carried_outcomes_session_id_outcome_id")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_carried_outcomes_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_carried_outcomes_outcome_id"), "carried_outcomes", ["outcome_id"], unique=False
    )
    op.create_index(
        op.f("ix_carried_outcomes_session_id"), "carried_outcomes", ["session_id"], unique=False
    )
    op.create_table(
        "interventions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("agenda_item_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "address",
                "presentation",
                "comment",
                "answer",
                "note",
                name="interventionkind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("outcome_id", sa.Integer(), nullable=True),
        sa.Column("title_ar", sa.Text(), nullable=False),
        sa.Column("title_fr", sa.Text(), nullable=False),
        sa.Column("summary_ar", sa.Text(), nullable=False),
        sa.Column("summary_fr", sa.Text(), nullable=False),
        sa.Column("appeal_ar", sa.Text(), nullable=False),
        sa.Column("appeal_fr", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["agenda_items.id"],
            name=op.f("fk_interventions_agenda_item_id_agenda_items"),
        ),
        sa.ForeignKeyConstraint(
            ["outcome_id"], ["outcomes.id"], name=op.f("fk_interventions_outcome_id_outcomes")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_interventions_session_id_sessions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interventions")),
        sa.UniqueConstraint("outcome_id", name=op.f("uq_interventions_outcome_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_interventions_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_interventions_agenda_item_id"), "interventions", ["agenda_item_id"], unique=False
    )
    op.create_index(
        op.f("ix_interventions_session_id"), "interventions", ["session_id"], unique=False
    )
    op.create_table(
        "outcome_bodies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("outcome_id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"], ["bodies.id"], name=op.f("fk_outcome_bodies_body_id_bodies")
        ),
        sa.ForeignKeyConstraint(
            ["outcome_id"], ["outcomes.id"], name=op.f("fk_outcome_bodies_outcome_id_outcomes")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome_bodies")),
        sa.UniqueConstraint(
            "outcome_id", "body_id", name=op.f("uq_outcome_bodies_outcome_id_body_id")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_outcome_bodies_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_outcome_bodies_body_id"), "outcome_bodies", ["body_id"], unique=False)
    op.create_index(
        "ix_outcome_bodies_in_order",
        "outcome_bodies",
        ["outcome_id", "position", "id", "body_id"],
        unique=False,
    )
    op.create_table(
        "outcome_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("outcome_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "not_started",
                "in_progress",
                "partly_done",
                "done",
                "suspended",
                "postponed",
                "cancelled",
                "passed_on",
                name="followupstate",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("ongoing", sa.Boolean(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["outcome_id"], ["outcomes.id"], name=op.f("fk_outcome_changes_outcome_id_outcomes")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome_changes")),
        sa.UniqueConstraint("uid", name=op.f("uq_outcome_changes_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_outcome_changes_outcome_id"), "outcome_changes", ["outcome_id"], unique=False
    )
    op.create_table(
        "intervention_speakers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("intervention_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["intervention_id"],
            ["interventions.id"],
            name=op.f("fk_intervention_speakers_intervention_id_interventions"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_intervention_speakers_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intervention_speakers")),
        sa.UniqueConstraint(
            "intervention_id",
            "person_id",
            name=op.f("uq_intervention_speakers_intervention_id_person_id"),
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_intervention_speakers_uid")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_intervention_speakers_intervention_id"),
        "intervention_speakers",
        ["intervention_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_intervention_speakers_person_id"),
        "intervention_speakers",
        ["person_id"],
        unique=False,
    )
    search.make(op.get_bind())
