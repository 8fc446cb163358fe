"""The courts' own words, each with what it means, said to a child, and where it comes from."""

from __future__ import annotations

from game.scenario.words import T, Words
from game.text.glossary import Term


def _procedure(n: int) -> Words:
    return T("Criminal Procedure Law, art. {n}", n=n)


def _criminal(n: int) -> Words:
    return T("Criminal Law, art. {n}", n=n)


def _civil(n: int) -> Words:
    return T("Civil Procedure Law, art. {n}", n=n)


def _assessors(n: int) -> Words:
    return T("People's Assessors Law, art. {n}", n=n)


def _procedure_read(n: int) -> Words:
    return T("SPC Interpretation of the Criminal Procedure Law, art. {n}", n=n)


def _civil_read(n: int) -> Words:
    return T("SPC Interpretation of the Civil Procedure Law, art. {n}", n=n)


def _minors(n: int) -> Words:
    return T("Minors Protection Law, art. {n}", n=n)


TERMS: tuple[Term, ...] = (
    # Who is who
    Term(
        T("presiding judge"),
        T(
            "The judge who leads the trial: opens and closes it, says who may speak, and rules "
            "when the sides disagree."
        ),
        _assessors(14),
    ),
    Term(
        T("people's assessor"),
        T("A citizen who is not a judge, but sits beside the judges and votes with them."),
        _assessors(22),
        T("assessor"),
    ),
    Term(
        T("collegial panel"),
        T(
            "The group of judges and assessors who hear one case and decide it together, by "
            "majority."
        ),
        _procedure(183),
        T("the panel"),
    ),
    Term(
        T("prosecutor"),
        T(
            "A lawyer of the state who brings the charge and must prove it, and who must show "
            "what speaks for the accused as well."
        ),
        _procedure(51),
        T("prosecution"),
    ),
    Term(
        T("defender"),
        T(
            "Whoever stands by the accused in court, mostly a lawyer. A minor who has none is "
            "given one."
        ),
        _procedure(278),
        T("defence"),
    ),
    Term(
        T("defendant"),
        T(
            "The person who is accused. Until the court has decided, the defendant counts as not "
            "guilty."
        ),
        _procedure(12),
    ),
    Term(
        T("victim"),
        T("The person who was harmed. A victim may speak in court and ask for what was lost."),
        _procedure(191),
    ),
    Term(
        T("plaintiff"),
        T("In a civil case: the one who sues, because somebody is said to have done wrong."),
        _civil(122),
    ),
    Term(
        T("clerk"),
        T(
            "Checks who is there, reads out the rules of the court, and writes down everything "
            "that is said."
        ),
        _procedure(207),
    ),
    Term(
        T("legal representative"),
        T("The parent or guardian who stands by a minor in court, and may speak for the minor."),
        _procedure(281),
    ),
    Term(
        T("appropriate adult"),
        T("A grown-up who stands by a minor when the parents cannot or should not come."),
        _procedure(281),
    ),
    Term(
        T("witness"),
        T(
            "Somebody who saw or heard something and tells the court. A witness must tell the "
            "truth."
        ),
        _procedure(62),
    ),
    # How a trial goes
    Term(
        T("indictment"),
        T(
            "The paper with which the procuratorate accuses somebody: what happened, and which "
            "law it breaks."
        ),
        _procedure(191),
    ),
    Term(
        T("recusal"),
        T(
            "A judge, clerk or prosecutor who is too close to a side must not take part. Each "
            "side may ask for that."
        ),
        _procedure(29),
    ),
    Term(
        T("closed hearing"),
        T(
            "Nobody may watch. A trial of somebody who is under 18 is always closed, to protect "
            "the child."
        ),
        _procedure(285),
    ),
    Term(
        T("court investigation"),
        T("The part of the trial in which people are questioned and the evidence is looked at."),
        _procedure(191),
    ),
    Term(
        T("presenting evidence"),
        T(
            "Showing the court what proves your point. Whoever claims something must be able to "
            "show it."
        ),
        _procedure(195),
        T("offers"),
    ),
    Term(
        T("examining evidence"),
        T(
            "Saying of each proof what you think of it: is it real, was it lawfully obtained, "
            "does it matter here?"
        ),
        _procedure(61),
    ),
    Term(
        T("objection"),
        T(
            "Asking the presiding judge to stop a question that is not allowed. The judge upholds"
            " or rejects it."
        ),
        _procedure_read(262),
        T("object"),
    ),
    Term(
        T("leading question"),
        T(
            "A question that puts the answer into somebody's mouth: “You saw him at nine, didn't "
            "you?”"
        ),
        _procedure_read(261),
        T("leading"),
    ),
    Term(
        T("court debate"),
        T("After the evidence: the sides argue what it proves, and what should follow."),
        _procedure(198),
    ),
    Term(
        T("final statement"),
        T("The last word belongs to the defendant. Nobody may take it away."),
        _procedure(198),
    ),
    Term(
        T("deliberation"),
        T("The panel talks about the case in secret and votes."),
        _procedure(200),
    ),
    Term(
        T("judgment"),
        T(
            "What the court decides, and why. It is always spoken in public, but nobody may bring"
            " a crowd to stare at a child."
        ),
        _procedure(200),
    ),
    Term(
        T("court education"),
        T(
            "When a minor has been found guilty, judge, parents and helpers talk with the child "
            "about what happened, and how to go on."
        ),
        _procedure_read(576),
    ),
    Term(
        T("mediation"),
        T("The court helps the two sides of a civil case to agree. Nobody can be forced to."),
        _civil(96),
    ),
    # Evidence
    Term(
        T("burden of proof"),
        T(
            "Who has to prove it. In a criminal trial that is the prosecution; the accused need "
            "not prove that he is innocent."
        ),
        _procedure(51),
    ),
    Term(
        T("doubt counts for the defendant"),
        T("If the evidence is not enough, the court must say: not guilty."),
        _procedure(200),
        T("doubt"),
    ),
    Term(
        T("authenticity"),
        T("Is it real? Nothing forged, nothing cut off, nothing changed afterwards."),
        _civil_read(104),
    ),
    Term(
        T("legality"),
        T("Was it obtained as the law demands? What was forced out of somebody does not count."),
        _civil_read(104),
        T("lawfully"),
    ),
    Term(
        T("relevance"),
        T("Does it matter here? A true thing that has nothing to do with the case proves nothing."),
        _civil_read(104),
        T("relevant"),
    ),
    Term(
        T("to admit evidence"),
        T("The court takes a proof into account."),
        _procedure(50),
        T("admitted"),
    ),
    Term(
        T("to exclude evidence"),
        T("The court leaves a proof out, as if it had never been shown."),
        _procedure(56),
        T("excluded"),
    ),
    Term(
        T("documentary evidence"),
        T("Paper or a list that proves by what is written on it."),
        _procedure(50),
    ),
    Term(
        T("physical evidence"),
        T("A thing that proves by being there: a phone, a card, a key."),
        _procedure(50),
    ),
    Term(
        T("electronic data"),
        T(
            "Chats, pages, payments, logs. They must be secured so that nobody can change them "
            "unseen."
        ),
        _procedure(50),
    ),
    Term(
        T("expert opinion"),
        T("What somebody with special knowledge found when examining a thing, in writing."),
        _procedure(50),
    ),
    Term(
        T("original medium"),
        T("The very phone or disk on which data arose. It shows more than any screenshot."),
        _procedure_read(110),
        T("original phone"),
    ),
    # What follows
    Term(
        T("age of criminal responsibility"),
        T(
            "From 16 on for all crimes, from 14 on for a few very grave ones, from 12 on in the "
            "rarest cases."
        ),
        _criminal(17),
        T("criminally responsible"),
    ),
    Term(
        T("voluntary surrender"),
        T(
            "Going to the police by oneself and telling the truth. It can make the sentence "
            "lighter."
        ),
        _criminal(67),
        T("surrender"),
    ),
    Term(
        T("accessory"),
        T("Whoever only helped in a crime. An accessory gets less than the one who led."),
        _criminal(27),
    ),
    Term(
        T("pleading guilty and accepting punishment"),
        T(
            "Owning up of one's free will, and accepting the penalty that is proposed. The court "
            "checks that it was free."
        ),
        _procedure(15),
        T("accepts the punishment"),
    ),
    Term(
        T("imprisonment"),
        T("Prison for a fixed time, from six months on."),
        _criminal(45),
        T("in prison"),
    ),
    Term(
        T("criminal detention"),
        T("Short custody near home, from one to six months."),
        _criminal(42),
    ),
    Term(
        T("probation"),
        T(
            "The penalty is not carried out if one does nothing wrong for a fixed time and keeps "
            "the conditions. A minor who meets them must get it."
        ),
        _criminal(72),
    ),
    Term(
        T("criminal fine"),
        T("Money that the court orders to be paid as a penalty."),
        _criminal(52),
        T("a fine"),
    ),
    Term(
        T("restitution"),
        T("Giving back what was taken, or its worth."),
        _criminal(64),
        T("paid back"),
    ),
    Term(
        T("conditional non-prosecution"),
        T(
            "A minor who did something less grave and is sorry gets a time of trial of six to "
            "twelve months. If all goes well, there is no charge."
        ),
        _procedure(282),
    ),
    Term(
        T("social investigation report"),
        T(
            "What somebody found out about a young defendant's family, school and life. It helps "
            "to choose what is fitting; it proves no guilt."
        ),
        _procedure(279),
        T("social report"),
    ),
    Term(
        T("sealing of the record"),
        T(
            "A minor's record is closed, if the sentence was five years or less, so that a "
            "mistake need not follow one for life."
        ),
        _procedure(286),
        T("sealed"),
    ),
    Term(
        T("judicial suggestion"),
        T(
            "A letter of the court to an office or a firm: here is a gap, please close it. It "
            "must be answered."
        ),
        _minors(114),
        T("suggestion"),
    ),
)
