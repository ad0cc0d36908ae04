"""The wordings by which a walk through a response (attempts.py) tells a check, a mended step or the telling of an
outcome from a new solution, and how far it looks for them.

Lengths are in characters. Where it says so, an expression is for lower-case text.
"""

from __future__ import annotations

import re

from dsrecipes.analysis.reading import FOR_PART, GROUPED, PART

# Steps, sums and solutions --------------------------------------------------------------------------------------------

WORKS = re.compile(
    r"\d[\s$*)\]}\\]{0,9}(?:[=+×*·]|times\b|plus\b|x\b|is\b|gives\b|makes?\b|lots\b|multiplied\b)"
    r"|\b[a-z] ?\* ?[a-z]\b",  # a program
    re.IGNORECASE,
)
STEP = re.compile(  # in lower-case text
    r"(?:\d|\b[a-z](?=\s?\*))[\s$*)}\\]{0,4}(?:[×·*x]|\\times|\\cdot|times|multiplied by|by|lots of)[\s$({\\]{0,4}\d"
)
STEPS_OF_SOLUTION = 2
DIGITS_TO_TELL = 3  # of a product whose solutions are told apart by the numbers in them
DIGITS_TO_COMPARE = 2  # of a product whose totals are told apart
DIRECTLY = re.compile(  # how a solution is told that shows no calculation, in lower-case text
    r"\bdirect(?:ly)?\b|\b(?:in|by) (?:my|the) head\b|\bmental(?:ly)?\b"
    r"|\bin (?:one|a single) (?:go|pass|step|line|sweep)\b|\bby heart\b|\bfrom memory\b|memori[sz]ed|\brecall\b"
    r"|\bi remember\b|\b(?:times|multiplication) table|\btable lookup|\b(?:basic|known|\w+ion) fact\b"
    r"|\bstandard algorithm\b|\b(?:regular|usual) way\b|straight(?:forward)? multiplication|\bjust multiply\b"
    r"|long multiplication|\bcount(?:ing)? (?:up|in)\b|\bno (?:columns|decomposition|split)\b|[.:;] known\b"
    r"|\b(?:single|one)[- ]digits?\b|\btrivial\b|\bsmall (?:one|product)\b"
)
IN_WORDS = re.compile(r"[.:]\s{1,3}(?:[A-Za-z]{1,20} ){3}[^.\n]{0,99}[.,](?:\s|\Z)")  # a sentence
PRODUCT = re.compile(r"\d(?:[\d,]|\{,\})*[ $]{0,2}(?:[×·*x]|\\times|\\cdot|times\b|by\b)[ $]{0,2}\d(?:[\d,]|\{,\})*")
STEP_BEFORE = re.compile(
    rf"(?P<product>{PRODUCT.pattern})[ $]{{0,2}}(?:=|is|gives|makes|[,.] [Tt]hat['’]s)[ $]{{0,2}}"
    r"\d[\d,]*[^\d\n=]{0,40}\Z"
)
CHECKS_STEP = re.compile(
    r"[\s>*(\[-]{0,6}(?:[Rr]e-?)?(?:[Cc]heck|[Rr]eview|[Vv]erif\w{1,9}) (?:of )?(?:the )?(?:step|line|row)\b"
)
LONGEST_STEP = 120
LOOKS_BACK = 20_000  # for a number's first mention; a bound keeps the time linear
SUM = re.compile(r"[,;]\s(\d+) \+ (\d+) =")
SUM_GIVES = re.compile(r"\+[^=+\n]{1,40}=")
TOTAL = re.compile(rf"(?:\+|−|\d -|\d-)[^=+\n]{{1,40}}(?:=|->|→|so|is|gives?|makes?)[\s$*]{{0,4}}(?P<value>{GROUPED})")
SUM_AGAIN = re.compile(
    rf"(?: it| that| this| them)?[\s:,.]{{0,3}}(?:\\\(|\$)?[\d,_'\\{{}} ]{{1,60}}+(?:\+[\d,_'\\{{}} ]{{1,60}}+){{1,20}}"
    rf"(?:=|->|→|\. Yes,|so) ?(?P<total>{GROUPED})"
)
FIGURES = re.compile(r"\d(?:[\d,{}'_]|\\,)*+")
ADDS_UP = re.compile(  # what a solution has, and no division, remainder, bound or size
    r"[+→]|->|\d\s?[-−]\s?[a-z]?\d|\d\d (?:and|with|less) \d[\d,]{1,40} (?:is|makes?|comes|gives?)\b|[-=_─—]{3}"
    r"|```|print\(|\"\w+\": "
    r"|\b(?:add|sum|(?:sub)?total|together|combin|subtract|minus|plus|so far|running|diagonal|tally)",
    re.IGNORECASE,
)
STEP_GIVES = re.compile(
    rf"(?P<product>{PRODUCT.pattern})[ $]{{0,2}}(?:=|is|gives|makes)[ $]{{0,2}}(?P<value>{GROUPED})"
)
FEW_FIGURES = 3  # more of them are work, however it is written: a lattice, a trace, a table
LONGEST_SUM = 300  # characters of a solution that is a sum alone
OPERAND_WITHIN = 20  # characters of a sign of multiplication
LONGEST_SOLUTION = 4_000  # characters that are looked through, at most, for how a candidate came about
PARAGRAPH = 400  # characters after a marker, in which a paragraph may close in a number
CONCLUDES = re.compile(  # in lower-case text
    r"\b(?:so|thus|hence|therefore)\b[^.\n]{0,40}\b(?:answer|result|product|total|value|number)\b[^.\n]{0,60}\Z"
)

# A step that is mended or done again; what is gone over ---------------------------------------------------------------

VALUE_BEFORE = re.compile(
    rf"(?<![\d,])(?P<product>{GROUPED}[ $]{{0,2}}(?:[×·*x]|\\times|\\cdot|times|by)[ $]{{0,2}}{GROUPED}"
    rf"|(?:[Rr]ow|[Pp]art|[Pp]iece|[Ll]ine) for {GROUPED})[ $]{{0,2}}"
    r"(?:=|:|\||→|->|[,.;]? ?(?:[Hh]mm, |[Ss]o )?[Tt]hat(?:['’]s| is| would be| makes| gives)|is|would be|reads|gives?"
    r"|makes?|brings?|equals?|yields?|comes to|(?P<as>as)"
    r"|I (?:initially |first |at first )?(?:noted|wrote|had|got|put|said|recorded)(?: down)?)(?:[ $]|\\[()]){0,5}"
    rf"(?P<value>{GROUPED})"
    r"(?:[^\d=+]{0,40}"
    r"|(?![^\d]{0,40}\b(?:answer|result|ends?|product|total|must|but|so|mod\w*|nines)\b)[^\d=+.\n]{0,40}"
    r"(?:\n[ *]{0,6}\([^\d=+.\n]{0,40})?"
    rf"(?P<now>{GROUPED})[^\d=+\n]{{0,24}})\Z"
)
AT_FIRST = re.compile(r"\b(?:first|initially) (?:read|took|had|wrote|put|noted|saw|misread) [$\\(]{0,3}\Z")
SUM_BEFORE = re.compile(
    rf"\+[ $]{{0,2}}{GROUPED}[ $]{{0,2}}(?:=|,? so|:|→|->|is|[.,] [Tt]hat['’]s|gives?|makes?|equals?|yields?|comes to)"
    rf"[ $]{{0,2}}(?P<value>{GROUPED})[^\d=+]{{0,24}}\Z"
)
GOES_ON = re.compile(rf"[^\d\n]{{0,40}}(?P<value>{GROUPED})[$\\) ]{{0,3}}[+−-]")  # the next sum, and its first term
VALUE_WITHIN = 84
NUMBER_WITHIN = 44
NO_NUMBER = re.compile(r"[^\d\n]{0,60}(?:\n|\Z)")  # the rest of a line
MENDED = re.compile(rf"[^\d=+]{{0,40}}(?:= ?)?(?P<value>{GROUPED}){PART}(?![ $]{{0,2}}=)")
OF_PART = re.compile(rf"[^\d\n.]{{0,60}}{GROUPED}(?: it is)?{FOR_PART}")  # "76 it is for that part"
ITS_STEP = re.compile(
    r",? (?:just |only )?(?:one of (?:the|my|these) \w+[,:] |of )?"
    r"(?:(?:the )?(?:step|product|row|line|bit|piece|part|term) |is |was |did i get |\$|\\\()?"
    rf"(?P<product>{PRODUCT.pattern})"
    r"(?=[{},\d]{0,24}[\s$)\\]{0,3}(?:[:.,?]|is\b|=|equal\b|right\b|really\b))",
    re.IGNORECASE,
)
ASKED_STEP = re.compile(rf"(?P<product>{PRODUCT.pattern})[$)\\]{{0,3}}[^\n.?!]{{0,40}}\?")  # "Could 38 × 40 be off?"
REDONE = re.compile(  # the rest of a line, and the step in the next: "), let's recompute it:\n2. 67 × 2"
    rf"[^\d\n]{{0,60}}\n\s{{0,4}}(?:\d{{1,2}}[.):] |[-*•] )?[^\d\n]{{0,40}}(?P<product>{PRODUCT.pattern})"
)
NAMED_STEP = re.compile(rf"(?:\A|[\s(])(?P<product>{PRODUCT.pattern})[$)]?[,:]?(?: [a-z]{{3,10}})? \Z")
WORDS = re.compile(r"[^\d\n.:;?!]{0,80}")
ADDS = re.compile(
    r"\b(?<!n't )(?<!not )(?:re-?)?(?:add|sum|total)(?:s|ed|ing|ition|itions|ming|med|ling)?\b"
    r"(?! (?:is|was|comes|of (?!(?:all |the |these |those )?(?:partial|parts|products|rows))))"
)  # in lower-case text
READS = re.compile(
    r"\b(?:last|final) (?:step|line|addition|sum)\b|\bthe combination\b"
    r"|\b(?:go|going|went|walk|look|read|run)(?: back)? (?:through|over|at)\b"
    r"|\blook(?:ing)? (?:once more|again|one more time|(?:for )?a second time)\b"
)
ENDS_IN_SUM = re.compile(rf"\+ {GROUPED},? \Z")
DIFFERS = re.compile(
    r"differently|another|other way|second (?:way|method)|alternativ|otherwise|\bcheck|verify|confirm|compar"
)  # in lower-case text

# Checks, and what confirms --------------------------------------------------------------------------------------------

# Looked for at the beginnings of words only, which is quicker.
CHECKS = re.compile(  # in lower-case text
    r"\b(?:(?:re-?|double|cross)?(?:check|verif|confirm|validat)|mak(?:e|ing) sure|sanity|safeguard"
    r"|be (?:on the )?s(?:ure|afe)|retrac(?!t)|walk through|go over|(?:last|second|closer|another) look"
    r"|looks? (?:fine|good|right|ok)|back (?:it|this|that) up|evidence|convince|more confiden|guard against"
    r"|peace of mind|rigorous|thorough|add(?:ed|ing)? (?:\w+ )?(?:again|once more)|re-?(?:add|sum)\b"
    r"|(?:answer|sum|addition|result|product|total|everything) (?:is|was) (?:correct|right|fine)\b(?!\?)|pro(?:of|ve)"
    r"|(?:another|different|other|second) (?:way|manner|method|approach|route|order|angle|decomposition|split)"
    r"|second (?:calcul|comput)ation"
    r"|(?:another|different|other) (?:path|road)"
    r"|alternative|cross-|independent|test|summar|recap|in short|overview|control\b|compar|am i sure|i look again"
    r"|(?:this|it) holds?\b|assert|certain|reverse|corroborat|other (?:number|factor|side|end))"
)
SETS_OUT_TO_CHECK = re.compile(
    r"\b(?:let(?:'s| me| us)|i(?:'ll|'m| am| will| should| want to))(?: \w+)?"
    r" (?:double-? ?|re-?|cross-? ?)?(?:check|verif|validat|examin|test)"
)
DOUBTS_THEN_CHECKS = re.compile(
    rf"[^.!?\n]{{0,40}}(?:[.!]\s{{1,2}}(?:so )?|, so ){SETS_OUT_TO_CHECK.pattern}", re.IGNORECASE
)
FALSE_ALARM = re.compile(  # what follows a doubt and dispels it
    # "it's 28, so 8 is right", "it's 28, 8 is right"
    r"[^\n]{1,160}?(?:\b(?:so|and|which means) (?:the )?(?:(?:last |final |units )?digit )?\d{0,2} ?|, \d{1,2} )"
    r"(?:is|was)"
    r" (?:right|correct|fine|good|ok(?:ay)?)\b"
    r"|[^\n.!?\d]{0,60}\b(?:but|though)\b[^\n.!?\d]{0,30}"  # "but I don't see anything wrong"
    r"(?:no,|(?:n't|not) (?:see|find|spot) (?:any|a\b|what)|\bnothing (?:is |looks |seems )?(?:wrong|off|amiss)\b)",
    re.IGNORECASE,
)
TO_CHECK = re.compile(  # in lower-case text
    r"\b(?:(?:verif|validat|check|confirm)\w*[^\n.!?;]{0,30}:"
    r"|(?:for|as a) (?:control|check|verification|confirmation)\b"
    r"|for (?:my|our) (?:own )?peace of mind\b|to be (?:rigorous|thorough|on the safe side)\b|guard against\b)"
    r"[^\n.!?;]{0,30}\Z"
)
ASKED = re.compile(r"\b(?:right|correct|true|sure)\?\s{1,3}(?:[A-Za-z']{1,12}\s){0,4}\Z")
HOLDS = re.compile(  # the rest of a line
    r"[^\n.!?]{1,300}?= ?\$?[\d,]*\d\$?[.,;:]? {0,3}(?:that(?:'s| is) )?"
    r"(?:yes|right|correct|fine|good|ok(?:ay)?|true|✓|✔)(?!\w)(?! *\?)(?!, so\b)",
    re.IGNORECASE,
)
# All but a few signs is looked for at the beginnings of words only, which is three times as quick.
CONFIRMS = re.compile(  # in lower-case text
    r"[✓✔]|\b(?:(?:re-?)?confirm|match(?!ing)|agree(?!d,)|consistent|coincid|identical|lines up|tallies"
    r"|same\b(?! (?:way|thing|method|steps?|as add|as \d[\d,]* [-+]))|checks out|verified|as before"
    r"|as (?:i|we) had|(?<!drop )(?<!discard )(?<!forget )(?<!scrap )what (?:i|we) had"
    r"|both (?:ways|methods|routes)|by (?:this|that) \w+ (?:too|as well)\b|was (?:right|correct|fine)"
    r"|(?:part|step|row|line|addition|sum|working|solution) is (?:right|correct|fine|ok|sound|valid)\b"
    r"|judged right|is reliable|no reason to|(?<!\w )pass(?:ed)?:"
    r"|(?<!if )i (?:did|got|had) (?:it|this|that|everything) (?:all )?right"
    r"|(?:it|that|everything) holds\b|it is right\b"
    r"|no(?:thing)? (?:mistake|error|change|need|new|wrong|issue|to (?:correct|fix|change))"
    r"|yes\b[^\n]{1,300}\bok(?:ay)?\b"
    r"|keep(?:ing)? (?:the|my|this|that|what (?:i|we) have)|stick(?:ing)? with|(?<!as it )stands\b(?! at))"
)
STANDS = re.compile(rf"after all|settles it|no problem|original|{CONFIRMS.pattern}")  # in lower-case text
TRUSTS = re.compile(  # in lower-case text
    r"(?<!n't )(?<!not )\b(?:trust|believe|prefer|lean(?:ing)?|going (?:forward )?with|go with|inclined"
    r"|stick(?:ing)? with|switch(?:ing)? to|replaces|settl\w+|adopt"
    r"|is (?:the (?:one|value|answer|right|correct)|right|correct))\b"
)
MISTRUSTS = re.compile(r"wrong|no longer|n't\b|not (?:sure|certain)|mistake|error|incorrect|doubt|\boff\b|slip|suspect")
SETTLED_WITHIN = 400
WEIGHED_WITHIN = 320
APART = re.compile(
    r"\b(?:differs?\b|different (?:from|by)\b|apart\b|conflict|vs\b|versus\b|not the same\b|agree with\b|gap\b"
    r"|discrepanc|there['’]s \d[^.]{1,40} and there['’]s \d"
    r"|(?:earlier|before|previously|last time) (?:i|we) (?:got|had)\b|(?:previous time|other|earlier) it was\b"
    r"|and \d[\d,]{1,30} before\b"
    r"|but previously \d|(?:was|were|got|had) (?:before|earlier)\b|but earlier\b|here and \d"
    r"|not what (?:i|we) (?:had|got)\b|in the (?:first|earlier|previous) (?:calcul|comput)ation\b"
    r"|can(?:['’]t|not) both\b)",
    re.IGNORECASE,
)
REVISITS = re.compile(
    r"\b(?:earlier|previous|former|first|original) (?:calcul|comput)ation\b"
    r"|\b(?:earlier|previous|first) (?:version|pass|one)\b|\b(?:what I did|with the) (?:before|first|earlier)\b"
)
OF_TWO = re.compile(r"\b(?:both\b|differ\b|one of (?:these|them|the two))", re.IGNORECASE)
FORMER_AT_FAULT = re.compile(
    r"\b(?:earlier|former|first|original|initial)"
    r" (?:one|sum|result|answer|number|total|value|(?:calcul|comput)ation)\b[^.\n]{0,16}"
    r"\b(?:off|wrong|incorrect|mistaken|faulty)\b"
    r"|\b(?:mistake|error|slip|fault) (?:was|is|must be|must have been|lies) in the (?:earlier|previous|first|former)\b"
    r"|\bmust have been the one before\b|\bthe one before(?: it)? (?:doesn't|does not|was)\b",
    re.IGNORECASE,
)
BLAMES_SUM = frozenset({"looks off", "doesn't match"})  # what is added is not added again: "The addition looks off."
CONFLICTS = frozenset({"doesn't match", "mistake", "wrong", "looks off"})  # markers that may say so of two candidates
COMES_OUT = re.compile(  # in lower-case text
    r"(?:=|\b(?:is|it['’]s|gives?|get|makes?|to|also|again|then|at|becomes|agrees with|matches))[\s$*\\(]{1,4}\Z"
)
SAME = re.compile(
    r"\bsame\b(?: \w+)?(?: as before)?|\bas before\b|identical|\bby (?:this|that) \w+ (?:too|as well)\b"
    r"|\bwhich is (?:what (?:i|we) had|no change)\b"
    r"|\bno change (?:in (?:the )?value|(?:from|to|since) (?:the )?(?:round|try|attempt|pass|draft|version|first|last"
    r"|previous|earlier)\b)"
    r"|\b(?:agree\w*|coincid\w*|match\w*|no change)[^.\n]{0,12} (?:with|to|from) [^.\n]{0,40}"
    r"\b(?:withdrawn|discarded|rejected|dropped|struck|abandoned|cancelled|given up|gave up|thr(?:ew|own))"
)
TOO = re.compile(
    r"[*$`)\]}\\]{0,6}(?: (?:from|by|on|in|here|this|that|the|other|way|side|road|path|route)){0,4}"
    r" (?:too|as well|both times)\b"
)
NEW = re.compile(r"\b(?:new|fresh|re(?:built|done|worked|calculat\w+|comput\w+))\b")  # in lower-case text
OF_ADDITION = re.compile(
    r"[^.\n]*\b(?:carr(?:y|ies)|columns?|zeros?)\b[^.\n]*"
)  # "the carries look fine, nothing wrong"
TELLS_OUTCOME = 160  # characters at the beginning and at the end of a solution
SEEN_AFTER = 60

# A check that is at fault itself --------------------------------------------------------------------------------------

CHECK = (
    r"(?:check|test|control|verif(?:y|ication)|validation|proof|comparison|recomputation|recalculation|remainder"
    r"|digit (?:sum|root)|critique|objection)"
)
CHECK_WORDS = (
    "check", "test", "control", "verif", "validation", "proof", "comparison", "recomputation", "recalculation",
    "remainder", "digit sum", "digit root", "critique", "objection", " not ", "original", "only because", "is un",
    "consistent now", "on paper", "first", "earlier",
)  # fmt: skip
BAD = r"(?:wrong|off|faulty|misread|fault|slip|error|mistaken?|broken|botched|incorrect|bad|flawed?|blunder|problem)s?"
CHECK_AT_FAULT = re.compile(  # in lower-case text
    rf"\b(?:(?:re)?{CHECK}"
    rf"(?:(?: itself)?(?:'s|’s| (?:was|is|were|had|has|went|contains?|contained))(?: \w+){{0,3}}? {BAD}\b"
    r"|\b[^.\n]{0,40},? (?<!is )(?<!was )not (?:in )?(?:the|my)"
    r" (?:result|answer|product|total|candidate|number|table|draft|step)\b"
    r"|(?<!calculation)(?<!computation) (?:also|now|then)"
    r" (?:returns|gives|yields|has|says|lands|comes|reads|agrees|matches)\b)"
    rf"|(?<!no )(?<!any ){BAD}(?: (?:was|is|lies|lay|sits|sat|must be|seems to be|had been|only))?"
    rf" (?:in|with|of|on) (?:the|my|our|this|that) (?:[\w-]+[ -])?{CHECK}\b"
    rf"|(?:no|not),? (?:it's |it is )?the {CHECK} (?:is|was)\b"
    rf"|(?:correct|fix|mend|repair)ing (?:the|my|this|that) (?:[\w-]+[ -])?{CHECK}\b"
    r"|original (?:\w+ )?(?:remains|stands|holds|is right|was right|is fine|was fine)\b"
    rf"|in (?:the|my|our|this|that) (?:[\w-]+[ -])?{CHECK},? (?:i|we|the row|it)\b"
    rf"|{CHECK} (?:misused|misread|mis-?added|that(?:'s| is) {BAD})\b"
    r"|consistent now\b|same as the (?:first|original) (?:one|result|answer|total)\b"
    r"|but only because i\b|\bin my head[;,] on paper it\b|is (?:unharmed|untouched|unaffected)\b"
    r"|(?:result|answer|product|total) (?:itself )?(?:is|was) not (?:at fault|the problem|wrong|to blame))"
)
FORMER_RIGHT = re.compile(  # in lower-case text
    r"\b(?:first|original|earlier) (?:one|method|way|result|answer|total|value) (?:is|was) (?:correct|right|fine)\b"
)
SET_BESIDE_WITHIN = 120  # characters after a candidate
REPLACES = re.compile(
    r"[+×]|(?<=\d) ?\* ?(?=\d)|(?<!!)="
    r"|\b(?:times|plus|instead of|in place of|rather than|replac\w+|supersed\w+|chang\w+)\b"
)
NOT_FORMER = re.compile(rf"[*$`)\\]{{0,4}},? (?:and )?not [*$`]{{0,4}}{GROUPED}")
INSTEAD_OF = re.compile(
    r"[*$`)\\]{0,4}(?: (?:in|by|on|from) (?:this|the|that|my) (?:\w+ )?\w+)?(?:,|\?)? (?:instead of|rather than|[Nn]ot)"
    rf" [*$`(\\]{{0,4}}(?P<value>{GROUPED})"
)
CONCLUSIVE = re.compile(
    r"\b(?:so|thus|hence|therefore|take|answer|result|product|should|must|correct|right|final|total)\b", re.IGNORECASE
)
COMPARED = re.compile(  # a number with which nothing is calculated
    rf"(?<![+×*=/÷x][ $])(?<![+×*=/÷x]){GROUPED}(?![ $*]{{0,3}}[+×=/÷]|[ $]?\*[ $]?\d| (?:times|plus|by)\b)"
)
IT_IS = re.compile(r"\d[*$`)\]}\\]{0,4} (?:is |was |has a |had a )?\Z")  # what stands before "wrong"
COMPARED_WITHIN = 160
FORMER_SLIPPED = re.compile(r"\b(?:first|earlier|previous|original|initial|former|old)\b", re.IGNORECASE)
AT_ODDS = re.compile(  # in lower-case text
    r"≠|\b(?:differ(?!ently)\w{0,5}(?! (?:way|split|method|route|order|breakdown))|clash\w*|conflict\w*|mismatch\w*"
    r"|disagree\w*|against|versus|vs|unequal|inconsistent|part ways"
    r"|not (?:equal|both|consistent|the same)|both (?:right|true|hold)|two (?:different )?(?:totals|results|answers)"
    r"|one (?:of|is|must|has)|which (?:one|of|is)|(?:here|now)\b[^.\n]{0,30}\b(?:there|earlier|before))\b"
)
FOUND_WITHIN = 240  # characters after the comparison of two totals, for the slip between them
LONGEST_EXCUSE = 600  # characters after a check's value

# What gives a candidate up --------------------------------------------------------------------------------------------

# Markers that call the candidate wrong: a whole solution after them is a new one, though it gives "the same as before".
DISOWNS = frozenset({
    "I made a mistake", "mistake", "wrong", "not right", "I miscalculated", "I messed up",
    "I botched that", "I don't trust this", "scratch that", "take back", "given up", "rejected", "sorry", "oops",
})  # fmt: skip
# Markers that may lead to a check as well as to a new solution.
DOUBTS_ONLY = frozenset({"one more time", "looks off", "not right", "on second thought"})
BLAMED = re.compile(  # in lower-case text
    r"\b(?:wrong|error|mistake|incorrect|bad|fail(?:s|ed)?|off|no good|unusable|void|not (?:correct|right))\b(?! by)"
    r"(?![^.!\n]{0,20}\?)"
)
REFUTED = re.compile(  # in lower-case text
    r"(?<!no )(?<!not )(?<!n't )(?<!any )(?<!without )"
    r"\b(?:wrong|incorrect|mistake|error|fail(?:s|ed)|rejected|not (?:correct|right|accepted))\b"
)
BLAMED_WITHIN = 24
ONE_OF = re.compile(
    r"\b(?:in )?(?:[Oo]ne|either|[Ww]hich) of"
    r" (?:them|these|the (?:two|(?:calcul|comput)ations|results|methods|sums|ways)|those)\b"
    r"|[.!?:;,]\s{1,3}(?:[Ss]o )?[Oo]ne (?:is|must be|has to be)\b"
)
ITS_VALUE = re.compile(rf"[\s,:]{{1,3}}[*$`]{{0,4}}(?P<value>{GROUPED}){PART}")
AS_BEFORE = re.compile(
    r"\bas before\b|\bafter all\b|\bas it was\b|\b(?:it['’]s|it is|gives|back at)\s+again\b"
)  # in lower-case text
DOUBTS = re.compile(  # in lower-case text
    r"\b(?:not|never|n't)(?: \w+){0,4}? (?:sure|certain|confident|convinced|satisfied|comfortable|confirmed|verified)"
    r"|\bun(?:sure|certain|easy|confirmed|verified|convinc)|doubt|low confidence|retry|redone|suspicious|questionable"
    r"|(?:can't|cannot|could not|couldn't) (?:be )?(?:confirm|verif)|\bconcerned|\bsuspect|messed up|too (?:quick|fast)"
    r"|(?:might|may|could) be (?:an? )?(?:\w+ )?(?:wrong|error|mistake|slip|off)|rather quick|second-guess"
    r"|reconsider|\bis off\b"
)
BLAMES = re.compile(r"error|wrong|mistake|again|not\b|n't|once more|incorrect|redo|anew", re.IGNORECASE)
GIVES_UP = re.compile(  # in lower-case text
    r"no(?:pe|t|ne)?\b(?<!\wno)(?<!\wnot)|n't\b|never|fail|wrong|slip|off\b(?<!\woff)|uneasy|unsure|doubt|a problem"
    r"|issue|too (?:\w+ )?(?:big|large|small|low|high|short|long)|throw|toss|ditch|scrap|bin\b(?<!\wbin)|drop"
    r"|abandon|back\b(?<!ing back)(?<!ed back)|again|anew|away|fresh|redo|re-|proper(?!ly,? (?:and|yes))"
    r"|instead|bad\b|ugh\b(?<!\wugh)|argh|hmm|wait|mis[a-z]"
    r"|fishy|suspicious|restart|take two|stand by|delet|once more|go\b(?<!\wgo)|attempt|try\b|more careful|better"
)
WRITES_UP = re.compile(  # in lower-case text
    r"\bhere(?:['’]s| is) (?:how to"
    r"|(?:the|a|my) (?:\w+[ -]){0,3}(?:calculation|multiplication|solution|explanation))\b(?! again)"
    r"|\blet(?:['’]s| me| us) break down the (?:calculation|multiplication)\b|\n\n-{3,9}\n\n"
)
STARTS_ANEW = re.compile(  # in lower-case text
    r"\b(?:drop|discard|scrap|toss|aside|redo|anew|afresh|from (?:scratch|the \w+)|start(?:ing)? \w+)\b"
)
ANNOUNCED = re.compile(r"[^\d.!?;]{0,60}+(?=\d)")  # what stands between a label and the first number
ANNOUNCED_WITHIN = 240
FORMER = re.compile(
    r"\b(?:first|earlier|previous|original|initial|former|prior|other)"
    r" (?:answer|result|total|value|product|number|figure|calculation|solution|pass|attempt|run|sum|table|error|one)\b"
    r"|\b(?:earlier|before(?! I \w+(?<!ed) (?:it|this|that)\b)|previously|(?:the )?first time),? (?:I|we|it)\b"
)
IN_FORMER = re.compile(
    r" (?:was )?(?:in|with|of) (?:the|my) (?:first|earlier|original|initial|former)\b"
    r"(?P<calculation> (?:calcul|comput)ation\.)?"
)
CALLED_WRONG = re.compile(
    r"\d[*$`)\\]{0,4} (?:was|is|has to be|must (?:be|have been))(?: \w+)?"
    r" (?:wrong|incorrect|mistaken|off|out|faulty|an error|in error|a mistake|withdrawn|given up|void|rejected)\b"
    r"|\d[*$`)\\]{0,4} (?:is not[.,;\n]|(?:falls|goes|is void)\b)"
)
RATHER_THAN = re.compile(r"[\s\\)$*,]{0,6}(?:rather than|instead of)\b")
WITH_FORMER = re.compile(rf" (?:with|about|on|in saying|to say) [*$`]{{0,4}}(?P<value>{GROUPED})")
WAS = re.compile(r" (?:was|were|had|contained)\b[^.\n]{0,12}\Z")  # what is wrong now is the last one
SAME_BREATH = 120
AT_ONCE = 12
SAME_SENTENCE = 60
OF_FORMER_WITHIN = 100

# Ends of lines, sentences and texts -----------------------------------------------------------------------------------

LINE = re.compile(r"[^\n]{0,60}")
SENTENCE = re.compile(r"[^\n.?!]{0,60}")
ENDS_SENTENCE = re.compile(r"[.!?]\s|\n")
ENDS_SOON = re.compile(r"[^\d\n.!?;:]{0,24}[.](?: |\n)")
ENDS_PARAGRAPH = re.compile(r"[^\d\n.!?]{0,80}[.!]?[ ]{0,3}(?:\n|\Z)")
CUT = re.compile(r"[ ,]*(?:\\[a-z]*)?")  # what may follow a number that ends a text and may be cut off
BETWEEN = re.compile(r"[\s.,:;!*)\]}$\\]*")
UNGROUPED = str.maketrans("", "", ", _'\\{}\u202f\u2009\u00a0")
