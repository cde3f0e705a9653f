#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Xapian (Debian python3-xapian): xapian_ngrams.py STAGE SETTING TEXTS WORK (see peers.py).

documented   a document a report, the library's own n-grams for Chinese, the report's terms with OP_ELITE_SET: the ten nearest
phrases      the same, with places: eight letters of every 24 as a phrase, found first by their pairs
blocks       a document every 150 letters, 300 long, of four-letter terms; each 150 letters of a report with OP_OR, the three
             blocks that share most, when they share at least 12 of some 147 terms
"""
import pathlib
import sys

import xapian

import score
import sets

NEAREST = 10
PHRASE, EVERY = 8, 24
BLOCK, TERM, LEAST, BLOCKS = 150, 4, 12, 3


def letters(text):
    """Letters and digits, and where each stands."""
    places = [i for i, c in enumerate(text) if c.isalnum()]
    return "".join(text[i] for i in places).lower(), places


def generated(text):
    """A document as the library's own indexer makes it of Chinese: single characters with places, and pairs."""
    generator, document = xapian.TermGenerator(), xapian.Document()
    generator.set_flags(xapian.TermGenerator.FLAG_CJK_NGRAM)
    generator.set_document(document)
    generator.index_text(text)
    return document


def with_places(text):
    """Single letters with places and pairs without: the terms of `generated`, but letters next to each other stay so."""
    document, (plain, _) = xapian.Document(), letters(text)
    for i, letter in enumerate(plain):
        document.add_posting(letter, i + 1)
    for pair in {plain[i:i + 2] for i in range(len(plain) - 1)}:
        document.add_boolean_term(pair)
    return document


def terms(plain):
    return {plain[i:i + TERM] for i in range(len(plain) - TERM + 1)}


def block_documents(text):
    plain, _ = letters(text)
    for at in range(0, max(1, len(plain) - BLOCK), BLOCK):
        document = xapian.Document()
        for term in terms(plain[at:at + 2 * BLOCK]):
            document.add_boolean_term(term)
        yield document


def documents(setting, text):
    if setting == "blocks":
        yield from block_documents(text)
    else:
        yield generated(text) if setting == "documented" else with_places(text)


def index(setting, texts, work):
    database = xapian.WritableDatabase(str(work / "index"), xapian.DB_CREATE_OR_OVERWRITE)
    for name, text in sets.texts(texts / "old"):
        for document in documents(setting, text):
            document.set_data(name)
            database.add_document(document)
    database.close()


def found(enquire, query, most):
    enquire.set_query(query)
    return {match.document.get_data().decode() for match in enquire.get_mset(0, most)}


def nearest(database, query, text):
    enquire = xapian.Enquire(database)
    document = generated(text)  # outlives its list of terms, which would not end otherwise
    wanted = [term.term for term in document.termlist()]
    for source in found(enquire, xapian.Query(xapian.Query.OP_ELITE_SET, wanted), NEAREST):
        yield score.Told(query, -1, -1, source)


def phrase(run):
    pairs = [xapian.Query(run[i:i + 2]) for i in range(len(run) - 1)]
    return xapian.Query(xapian.Query.OP_AND, [*pairs, xapian.Query(xapian.Query.OP_PHRASE, list(run), len(run))])


def by_phrases(database, query, text):
    enquire = xapian.Enquire(database)
    enquire.set_weighting_scheme(xapian.BoolWeight())
    plain, places = letters(text)
    for at in range(0, len(plain) - EVERY, EVERY):
        for source in found(enquire, phrase(plain[at:at + PHRASE]), database.get_doccount()):
            yield score.Told(query, places[at], places[at + EVERY], source)


def by_blocks(database, query, text):
    enquire = xapian.Enquire(database)
    enquire.set_weighting_scheme(xapian.CoordWeight())
    enquire.set_cutoff(0, LEAST)
    plain, places = letters(text)
    for at in range(0, len(plain) - TERM, BLOCK):
        end = min(at + BLOCK, len(plain))
        wanted = xapian.Query(xapian.Query.OP_OR, sorted(terms(plain[at:end])))
        for source in found(enquire, wanted, BLOCKS):
            yield score.Told(query, places[at], places[end - 1] + 1, source)


ASK = {"documented": nearest, "phrases": by_phrases, "blocks": by_blocks}


def ask(setting, texts, work):
    database = xapian.Database(str(work / "index"))
    score.write_told(work / "told.tsv", (one for name, text in sets.texts(texts / "new")
                                         for one in ASK[setting](database, name, text)))


def main():
    stage, setting, texts, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4])
    if stage == "index":
        index(setting, texts, work)
    elif stage == "ask":
        ask(setting, texts, work)


if __name__ == "__main__":
    main()
