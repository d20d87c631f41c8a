"""One record, opened as a place to work: pages, a REST API, tools for assistants, an Ask box.

`app.make_app` puts it together. Imported only by `onix serve`: what it needs is an extra.
"""
