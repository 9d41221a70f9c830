//! The problems of reading, each with its explanation.

use crate::diag::codes;

codes! {
    ANCHOR "anchor" Error "an anchor or alias of YAML",
    BAD_DATE "bad-date" Error "a date in no accepted form, or no day of the calendar",
    BAD_ID "bad-id" Error "an id with characters or a shape that ids do not have",
    BAD_IDENTIFIER "bad-identifier" Error "an identifier that has not the form of its scheme",
    BAD_KEY "bad-key" Error "a key that is no plain word",
    BAD_URL "bad-url" Error "an address that is none of a web page",
    COLON_IN_TEXT "colon-in-text" Error "a `: ` that turns text into a mapping",
    COMMENT_IN_TEXT "comment-in-text" Error "a ` #` that cuts off the end of a text",
    DUPLICATE_KEY "duplicate-key" Error "a key that stands twice in one mapping",
    EMPTY "empty" Error "a key, text or list with nothing in it",
    FULL_WIDTH_COLON "full-width-colon" Error "a `：` where YAML wants `: `",
    HIDDEN_CHARACTER "hidden-character" Error "a control or direction-override character",
    LINE_BREAK "line-break" Error "a line break in a text of one line",
    MISSING_FIELD "missing-field" Error "a field that must be there is not",
    NOT_UTF8 "not-utf8" Error "a file that is not text in UTF-8",
    PHANTOM_KEY "phantom-key" Error "a key without a value, made by a comma inside `{…}`",
    SYNTAX "syntax" Error "text that is no YAML",
    TAB "tab" Error "a tab where YAML wants spaces",
    TAG "tag" Error "a tag of YAML",
    TOO_DEEP "too-deep" Error "lists and mappings too deeply in one another",
    UNKNOWN_KEY "unknown-key" Error "a key that the record does not have",
    UNKNOWN_WORD "unknown-word" Error "a word that is not in its closed list",
    WRONG_TYPE "wrong-type" Error "text where a list or mapping is expected, or the like",
}
