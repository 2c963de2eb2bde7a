"""What runs the small networks that packs of languages bring: none of it knows a language.

`subwords`     cuts a text into word pieces, and a long text into windows
`name_reader`  finds names with a network, given the folder of its weights
`viterbi`      the best sequence of labels
`agreement`    one kind for a name in the whole document
`words`        the table of vectors of word pieces, mapped into memory once for all processes
`pair_scorer`  scores every ordered pair of mentions of a sentence
`marking`      says what each word piece has to do with a pair
"""
