"""How static files are named and compressed: by content, with module imports rewritten to match."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class ModuleManifestStorage(CompressedManifestStaticFilesStorage):
    """Names files by their content, also inside the `import` lines of ES modules."""

    support_js_module_import_aggregation = True
