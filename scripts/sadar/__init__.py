"""Builds the public site of *Desa Sadar Jaminan Sosial Ketenagakerjaan* from YAML records and Markdown pages.

The plan of the house. Data walks through the rooms in one direction; a room imports only rooms above it:

    language    the languages that the house speaks
    garbage     how often Python looks for it
    processes   processes of this machine that share the work
    glance/     which of the files that a build saw are other now, seen while the next one loads
    problem     what is wrong: rule, file, steps into the record
    source      one YAML or Markdown file to plain data, every scalar as text; the place of a problem (PyYAML)
    pictures/   photos: what speaks against one, and its sizes; the drawn ones that others show beside a link (Pillow)
    records/    what a village, launch, count, term or page may hold; text becomes meaning (pydantic)
    regions/    the official provinces, regencies, districts and villages (rapidfuzz)
    benefits/   the figures on a day, and what they come to
    campaign/   villages, launches, pages and figures as all other rooms see them
    joining     records joined to regions and to each other
    wording     sentences, dates and numbers in a language (Babel); the sentences stand in messages/
    policy      what browsers may do with a page, and what in a page they would stop
    rules       what editors are told of each rule: group, severity, a wrong and a right example
    pages/      which pages exist, their addresses, their facts
    checks/     rules over the whole
    outputs/    pages as Markdown (Jinja2); the templates stand in templates/
    tree        text on disk, only where bytes changed
    report      problems as text with the line shown, as JSON, as CI annotations
    dress/      the Markdown tree to HTML, once per language, and the live preview (MkDocs + Material); theme/
    search      the text index over the finished HTML (Pagefind)
    secure      the finished pages held to that policy
    publish     the finished site takes the place of the old one, whole
    pipeline    check and build: the rooms above called in order
    compare/    what a change does to the public: facts, pages, bytes, problems
    links/      whether the addresses of others that records and pages name still answer; apart from any build
    new         a record with its known fields filled
    schema      the JSON Schemas for editors, made from the record types
    fmt         the one canonical form of a record, comments kept
    ledger      the addresses of published pages, noted
    move/       a record or page at another address: its files, what refers to it, the redirect
    parts/      a large campaign built in parts, each made anew only where its inputs changed
    cli/        the commands (click)

A small campaign is built at once, by `pipeline`; a large one by `parts`, with the same rooms in the same order for each
part.

`pipeline` stands below `dress` and `publish`, so that one page tells the whole story of a build.
"""
