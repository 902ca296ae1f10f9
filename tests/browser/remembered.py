"""What a browser remembers of a person who was here before."""

FOLDS = """try {
    for (const fold of ["numbers", "more"]) localStorage.setItem(`diffsort-${fold}`, "open");
} catch {
    // a page without storage
}"""
"""Every fold of fields was opened: a test that is not about folding finds all fields at once."""


def open_folds(context):
    """All pages of a playwright context open with their folds open."""
    context.add_init_script(FOLDS)
