"""How a migration makes many tables, as on a first start."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState


class CreateTogether(migrations.SeparateDatabaseAndState):
    """Tables that are made together: Django draws its models once, and not again for each of a hundred tables."""

    def __init__(self, *operations: migrations.CreateModel) -> None:
        super().__init__(database_operations=operations, state_operations=operations)

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)
        super().state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for operation in self.database_operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)
