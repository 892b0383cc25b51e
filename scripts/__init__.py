"""The steps that make baku-talks: document to draft, drafts to package."""
