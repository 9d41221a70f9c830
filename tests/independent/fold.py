"""The state of every measure on a day, worked out a second time.

Written from the text "State of part p of a measure on day D" alone, in plain Python, without a look at the Rust code,
so that an error in reading the text shows up as a difference. It is slow and has no error messages: it expects a
collection without errors.

    fold.py < requests        each line of stdin: {"events": FOLDER, "days": [DAY, ...]},
                              or {"text": EVENTS, "days": [DAY, ...]}

For each request one line of JSON: day -> event -> part -> {state, after?, either?, exceptions, words?, unconfirmed?}.
"""

import calendar
import datetime
import json
import os
import re
import sys

import yaml

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar stays text
REGISTERS = {"actors.yaml", "technologies.yaml", "collection.yaml"}
ENDS = ("annulled", "superseded", "repealed")  # in this order on a tie
END_WORD = {"annuls": "annulled", "supersedes": "superseded", "repeals": "repealed"}
STATE_CHANGES = {"amends", "extends", "suspends", "resumes", "exempts", "enjoins", *END_WORD}
LISTINGS = {"entity-listing", "sanctions", "procurement-ban"}
ONE_DAY = datetime.timedelta(days=1)


# Dates


def bounds(text):
    """First and last day of a date; of something that lasted, of its start."""
    text = text.rstrip("~?%")
    within = re.fullmatch(r"\[(.*)\.\.(.*)\]", text)
    if within:
        return bounds(within[1])[0], bounds(within[2])[1]
    numbers = [int(number) for number in text.split("/")[0].rstrip("~?%").split("-")]
    year, month, day = (numbers + [None, None])[:3]
    first = datetime.date(year, month or 1, day or 1)
    month = month or 12
    return first, datetime.date(year, month, day or calendar.monthrange(year, month)[1])


def dated(value):
    """The bounds of a date that may carry its source; None for none."""
    if isinstance(value, dict):
        value = value.get("value")
    return bounds(value) if value else None


# Events as the fold needs them


class Event:
    def __init__(self, raw):
        self.id = raw["id"]
        self.date = dated(raw["date"])
        written = raw["date"]["value"] if isinstance(raw["date"], dict) else raw["date"]
        self.order = (self.date, "~" in written, "?" in written, self.id)  # time order
        dates = raw.get("dates") or {}
        default = dated(dates.get("applies")) or dated(dates.get("effective")) or self.date
        measure = raw.get("measure")
        self.has_measure = measure is not None
        self.parts = {}  # name -> (from, until, words)
        self.declared = set()
        if self.has_measure:
            self.read_measure(measure or {}, raw, default)
        self.links = []
        for entry in raw.get("legal") or []:
            self.links += [Link(self, entry, target, default) for target in targets(entry)]

    def read_measure(self, measure, raw, default):
        start, end = dated(measure.get("from")) or default, dated(measure.get("until"))
        for name, part in (measure.get("parts") or {}).items():
            part = part if isinstance(part, dict) else {"text": part}
            self.parts[name] = (dated(part.get("from")) or start, dated(part.get("until")) or end, part.get("text"))
        if not self.parts and raw["category"] in LISTINGS:
            plain = [target for target in raw.get("targets") or [] if isinstance(target, str) or "how" not in target]
            self.parts = {name if isinstance(name, str) else name["id"]: (start, end, None) for name in plain}
        self.declared = set(self.parts)
        if not self.parts:
            self.parts = {self.id: (start, end, None)}


class Link:
    """One entry of `legal`, towards one of its events."""

    def __init__(self, event, entry, target, default):
        self.event, self.target, self.type = event, target, entry["type"]
        self.rank = (event.order, len(event.links))  # for what is decided, and begins, on the same day
        self.start, self.until = dated(entry.get("from")) or default, dated(entry.get("until"))
        self.then = entry.get("then") or "unknown"
        parts = entry.get("parts") or None
        self.parts = parts if isinstance(parts, dict) or parts is None else dict.fromkeys(parts)
        self.is_act = self.type in STATE_CHANGES and not entry.get("commitment")


def targets(entry):
    return entry["event"] if isinstance(entry["event"], list) else [entry["event"]]


def stems(name):
    """p1.a.b -> p1.a, p1"""
    steps = name.split(".")
    return [".".join(steps[:end]) for end in range(len(steps) - 1, 0, -1)]


def read_text(text, events):
    for document in yaml.load_all(text, Loader=LOADER):
        for raw in document if isinstance(document, list) else [document]:
            if raw:
                events[raw["id"]] = Event(raw)


def read(folder):
    events = {}
    for where, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != "schema" and not name.startswith(".")]
        for name in files:
            if name.endswith((".yaml", ".yml")) and not name.startswith(".") and name not in REGISTERS:
                with open(os.path.join(where, name), encoding="utf-8") as file:
                    read_text(file.read(), events)
    return events


# The fold


class Fold:
    """All dates at their earliest (edge 0) or at their latest (edge 1)."""

    def __init__(self, events, edge):
        self.events, self.edge, self.memo = events, edge, {}
        self.on = {}  # event id -> links that point at it
        for event in sorted(events.values(), key=lambda event: event.order):
            for link in event.links:
                if link.is_act:
                    self.on.setdefault(link.target, []).append(link)

    def day(self, bounds):
        return bounds[self.edge] if bounds else None

    def decided(self, link):
        """The order of decisions; of two on one day the one that begins later counts as the later."""
        return self.day(link.event.date), self.day(link.start)

    # What acts on e, seen from part p of a measure. `e` is a Link, or None for the part itself.

    def acts(self, e, measure, p):
        key = ("acts", e, measure.id, p)
        if key not in self.memo:
            on = e.event if e else measure
            self.memo[key] = [
                link for link in self.on.get(on.id, []) if self.covers(link, on, e, measure, p) and self.can_act(link, e, measure, p)
            ]
        return self.memo[key]

    def covers(self, link, on, e, measure, p):
        if link.parts is None:
            return True
        names = set(link.parts)
        if on is not measure:
            # A name that is one of that event's own parts means that part.
            names = {name for name in names if not {name, *stems(name)} & on.declared}
        wanted = {p, *stems(p), measure.id}
        if e:
            wanted.add(e.target)  # a part may be the id of an event that the target's own links point at
        return bool(names & wanted)

    def can_act(self, link, e, measure, p):
        if link.type == "extends":
            return (e.until if e else measure.parts[p][1]) is not None
        if link.type in ("repeals", "supersedes") and e:
            return e.type not in ("repeals", "supersedes", "resumes")
        return True

    def start(self, e, measure, p):
        return self.day(e.start if e else measure.parts[p][0])

    def until(self, e, measure, p, day):
        """The last day, extensions counted in, as it stands on `day`."""
        end = self.day(e.until if e else measure.parts[p][1])
        if end is None:
            return None
        longer = [x for x in self.acts(e, measure, p) if x.type == "extends"]
        # "The old end" is that which stood when the extension was decided.
        for x in sorted(longer, key=self.decided):
            if self.day(x.start) <= end + ONE_DAY and not self.is_ended(x, measure, p, day):
                end = max(end, self.day(x.until))
        return end

    def is_ended(self, e, measure, p, day):
        return self.state(e, measure, p, day)[0] in ENDS

    def ended_by_suspension(self, e, measure, p, day):
        """The day after the first suspension with `then: ends` that ran its course."""
        acts = self.acts(e, measure, p)
        overs = []
        for s in acts:
            if s.type == "suspends" and s.then == "ends":
                end = self.until(s, measure, p, day)
                if end and self.ran_out(s, acts, end, measure, p):
                    overs.append(end + ONE_DAY)
        return min(overs, default=None)

    def ran_out(self, s, acts, end, measure, p):
        """Held to its last day, and was not lifted before."""
        return self.holds(s, measure, p, end) and not self.lifted(s, acts, end, measure, p)

    def lifted(self, s, acts, day, measure, p):
        return any(
            r.type == "resumes" and self.decided(r) > self.decided(s) and self.holds(r, measure, p, day) for r in acts
        )

    def holds(self, e, measure, p, day):
        if self.state(e, measure, p, day)[0] != "in-force":
            return False
        if e.type == "exempts" and e.until is None and e.event.has_measure:
            own = e.event
            return any(self.state(None, own, q, day)[0] == "in-force" for q in own.parts)
        return True

    def state(self, e, measure, p, day):
        """(word, day after which nothing is known, unconfirmed)"""
        key = (e, measure.id, p, day)
        if key not in self.memo:
            self.memo[key] = self.work_out(e, measure, p, day)
        return self.memo[key]

    def work_out(self, e, measure, p, day):
        acts = self.acts(e, measure, p)
        end = self.until(e, measure, p, day)
        overs = [end + ONE_DAY] if end else []
        by_suspension = self.ended_by_suspension(e, measure, p, day)
        overs += [by_suspension] if by_suspension else []
        over = min(overs, default=datetime.date.max)

        ending = [x for x in acts if x.type in END_WORD and self.day(x.start) <= day]
        ended = [(self.day(x.start), ENDS.index(END_WORD[x.type])) for x in ending if self.holds(x, measure, p, day)]
        if ended and min(ended)[0] <= over:
            return ENDS[min(ended)[1]], None, False
        if over <= day:
            return "expired", None, False
        for kind, word in (("enjoins", "enjoined"), ("suspends", "suspended")):
            for x in acts:
                if x.type == kind and self.holds(x, measure, p, day):
                    if kind == "enjoins" or not self.lifted(x, acts, day, measure, p):
                        return word, None, False
        start = self.start(e, measure, p)
        if day < start:
            return "not-yet-in-force", None, False

        past = []
        for s in acts:
            if s.type == "suspends":
                end = self.until(s, measure, p, day)
                if end and start <= end < day and self.ran_out(s, acts, end, measure, p):
                    past.append((end, self.decided(s), s.rank, s))
        unconfirmed = False
        if past:
            end, _, _, last = max(past, key=lambda row: row[:3])
            if not self.lifted(last, acts, day, measure, p):
                if last.then == "unknown":
                    return "unknown-after", end, False
                unconfirmed = last.then == "resumes"
        for x in ending:
            word, after, _ = self.state(x, measure, p, day)
            if word == "unknown-after":
                return word, after, False
        return "in-force", None, unconfirmed

    def exceptions(self, measure, p, day):
        acts = self.acts(None, measure, p)
        return sorted({x.event.id for x in acts if x.type == "exempts" and self.holds(x, measure, p, day)})

    def words(self, measure, p, day):
        amends = [
            (self.decided(x), x.rank, x.parts[p])
            for x in self.acts(None, measure, p)
            if x.type == "amends" and x.parts and x.parts.get(p) and self.holds(x, measure, p, day)
        ]
        return max(amends)[2] if amends else measure.parts[p][2]


def cut_parts(events):
    """Adds to each measure the parts that later acts cut out of it."""
    reach = {}  # event -> measures that its links lead to, through any number of acts

    def reached(event):
        if event.id not in reach:
            reach[event.id] = set()
            for link in event.links:
                if link.is_act:
                    target = events[link.target]
                    reach[event.id] |= {target.id} | reached(target)
        return reach[event.id]

    for event in sorted(events.values(), key=lambda event: event.order):
        for link in event.links:
            for name, words in (link.parts or {}).items() if link.is_act else []:
                on = events[link.target]
                for stem in stems(name):
                    owners = [on] if stem in on.declared else [events[id] for id in reached(on)]
                    for measure in owners:
                        if stem in measure.declared and name not in measure.declared:
                            start, until, known = measure.parts.get(name) or (*measure.parts[stem][:2], None)
                            measure.parts[name] = (start, until, known or words or None)


def states(events, folds, day):
    """The answer for one day: event -> part -> what is known."""
    answer = {}
    for event in events.values():
        if not event.has_measure:
            continue
        parts = {}
        for p in event.parts:
            early, late = (fold.state(None, event, p, day) for fold in folds)
            if early[0] != late[0]:
                row = {"state": "uncertain", "either": [early[0], late[0]]}
            else:
                word, after, unconfirmed = late
                row = {"state": word}
                if word == "in-force":
                    row["exceptions"] = [fold.exceptions(event, p, day) for fold in folds]
                    row["words"] = [fold.words(event, p, day) for fold in folds]
                    row["unconfirmed"] = [early[2], late[2]]
                elif word == "unknown-after":
                    row["after"] = [str(early[1]), str(late[1])]
            parts[p] = row
        answer[event.id] = parts
    return answer


def main():
    sys.setrecursionlimit(100_000)
    for line in sys.stdin:
        request = json.loads(line)
        events = {}
        if "text" in request:
            read_text(request["text"], events)
        else:
            events = read(request["events"])
        cut_parts(events)
        folds = [Fold(events, 0), Fold(events, 1)]
        answer = {}
        for day in request["days"]:
            answer[day] = states(events, folds, datetime.date.fromisoformat(day))
        print(json.dumps(answer, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
