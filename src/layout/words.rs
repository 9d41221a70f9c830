//! The words of a picture in every language: one table, and nothing elsewhere.
//!
//! A row has a text for each language; `{0}` to `{4}` are gaps. A test holds the gaps of a row to be the same in all.

mod names;

use std::fmt::Display;

use crate::model::Lang;

pub(crate) use names::{category, family, support};

/// Declares [`Word`] from rows of name, English and Chinese.
macro_rules! words {
    ($($name:ident $en:literal $zh:literal,)+) => {
        /// Something that a picture says, whatever the language.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Word { $(#[doc = $en] $name,)+ }

        impl Word {
            /// Every word, for tests.
            #[cfg(test)]
            const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The text, with its gaps.
            pub(crate) fn say(self, lang: Lang) -> &'static str {
                match (lang, self) {
                    $((Lang::En, Self::$name) => $en, (Lang::Zh, Self::$name) => $zh,)+
                }
            }
        }
    };
}

words! {
    // Dates and lags.
    From "from {0}" "{0}起",
    Circa "c. {0}" "约{0}",
    Uncertain "{0} ?" "{0}（？）",
    InEffect "in effect {0}" "{0}生效",
    AsOf "as of {0}" "截至{0}",
    Span "{0} to {1}" "{0}至{1}",
    SameDay "same day" "同日",
    Day "{0} day" "{0}天",
    Days "{0} days" "{0}天",
    DaysBetween "{0}–{1} days" "{0}–{1}天",
    LagFrom "{0}, from {1}" "{0}，自{1}起",
    ShortLag "{0} d" "{0}天",
    ShortLagAndMore "{0} d …" "{0}天…",

    // Counts.
    Event "1 event" "1个事件",
    EventCount "{0} events" "{0}个事件",
    Cause "1 cause" "1个起因",
    CauseCount "{0} causes" "{0}个起因",
    Response "1 response" "1次回应",
    ResponseCount "{0} responses" "{0}次回应",
    Measure "1 measure" "1项措施",
    MeasureCount "{0} measures" "{0}项措施",
    Lag "1 lag" "1处天数标注",
    LagCount "{0} lags" "{0}处天数标注",
    DealWords "the words of 1 deal" "1项协议的说明",
    DealWordsCount "the words of {0} deals" "{0}项协议的说明",
    Comma ", " "，",
    ListComma ", " "、",

    // Who.
    And " and " "与",
    AndOthers "{0} and {1} others" "{0}及其他{1}方",
    BothSides "both sides" "双方",
    BetweenThem "Between them" "双方之间",
    Deals "Deals" "协议",
    Others "Others" "其他",
    OtherBodies "Other bodies" "其他机构",
    OtherTechnologies "Other technologies, or none named" "其他技术或未指明",
    OtherTargets "Others, or nobody named" "其他对象或未指明",

    // Findings.
    AnswersWithin "{0} of {1} answers came within {2}" "{1}次回应中，有{0}次在{2}内作出",
    AllAnswersWithin "All of {0} answers came within {1}" "{0}次回应全部在{1}内作出",
    OneDay "one day" "1天",
    TwoDays "two days" "2天",
    ThreeDays "three days" "3天",
    FiveDays "five days" "5天",
    OneWeek "a week" "一周",
    TwoWeeks "two weeks" "两周",
    ThirtyDays "30 days" "30天",
    SixtyDays "60 days" "60天",
    NinetyDays "90 days" "90天",
    HalfYear "180 days" "180天",
    OneYear "a year" "一年",
    NoEventInRange "No event falls within this range" "此时段内无事件",
    AllOfOne "{0}: {1}" "{0}：{1}",
    PartOfOne "{0}: {1} of {2}" "{0}：{2}中占{1}个",
    Drew "{0} drew {1} answers" "“{0}”引发{1}次回应",
    DrewOneDenied "{0} drew {1} answers; one is denied" "“{0}”引发{1}次回应，其中1次行动方否认关联",
    DrewDenied "{0} drew {1} answers; {2} are denied" "“{0}”引发{1}次回应，其中{2}次行动方否认关联",
    IsInForce "{0} of {1} is in force" "{1}中，{0}项有效",
    AreInForce "{0} of {1} are in force" "{1}中，{0}项有效",
    WasInForce "{0} of {1} was in force" "{1}中，{0}项有效",
    WereInForce "{0} of {1} were in force" "{1}中，{0}项有效",
    AllInPart " in part" "（均为部分生效）",
    SomeInPart " ({0} in part)" "（其中{0}项部分生效）",
    SuspendedCount ", {0} suspended" "，{0}项暂停",
    EndedCount ", {0} ended" "，{0}项终止",
    OtherwiseCount ", {0} otherwise" "，{0}项为其他状态",
    OnDay "On {0}, {1}" "{0}：{1}",
    NoLinks "No recorded cause or response among these events" "这些事件之间未记录到起因或回应",

    // Around the picture.
    Events "Events" "事件",
    Subtitle "{0}, {1} · {2} of {3}" "{0}，{1} · {3}中的{2}个",
    GraphSubtitle "Causes and responses, {0} · {1} of {2} are joined, by {3} links"
        "起因与回应，{0} · {2}中，{1}个由{3}条连线相连",
    Version "version {0}" "{0}版",
    DrawnBy "drawn by ensue" "由 ensue 绘制",
    NothingToShow "No event to show" "无可显示的事件",
    EmptySelection "The selection is empty" "筛选结果为空",
    Description "{0}. {1}" "{0}。{1}",
    LadderRuns "Time runs down; {0} links drawn." "时间自上而下；共画出{0}条连线。",
    LanesRun "Time runs right, in {0} lanes." "时间自左至右，分{0}条泳道。",
    GraphRuns "Time runs down." "时间自上而下。",
    Sources "Sources" "资料来源",
    Reference "{0}, “{1}”{2}{3}. {4}" "{0}：《{1}》{2}{3}。{4}",
    ReferenceVia ", via {0}" "，经由{0}",
    ReferenceDate ", {0}" "，{0}",
    CiteAs "To cite: {0}; collection {1}." "引用格式：{0}；数据集 {1}。",

    // The legend.
    FamilyHead "Family of instruments" "措施类别",
    ImportanceHead "Importance" "重要程度",
    DateHead "Date" "日期",
    StateHead "State of a measure" "措施状态",
    SideHead "Side" "各方",
    AnswerHead "Answer to an act: who says so" "回应的归因依据",
    MajorEvent "Major event" "重大事件",
    NotableEvent "Notable event" "重要事件",
    MinorEvent "Minor event" "一般事件",
    CountsSample "causes, responses" "起因数、回应数",
    TheDay "the day" "当日",
    SomeDay "some day of this month, year or span" "该月、该年或该时段内某日",
    ThenInEffect "announced, then in effect" "先公布，后生效",
    OnlyReportedSample "only reported to have happened" "仅见于报道",
    OnPastAsOf "in force, and on past the as-of date" "有效，且延续至截止日之后",
    InForceInPart "in force in part" "部分生效",
    NoPartInForce "no part in force, each for its own reason" "无一部分有效，原因各异",
    Stopped "suspended or enjoined" "暂停，或被法院禁止执行",
    Ended "ended" "已终止",
    NotKnown "what follows is not known" "其后情况不明",
    BothDeal "both: a deal" "双方：协议",
    OthersEdge "others" "其他",
    SaidByItself "the act itself, or an official of its side" "文件本身或本方官员",
    SaidByOthers "others report it" "媒体等报道",
    SaidByUs "our own reading" "编者判断",
    DeniedSample "a bar across: the acting side denies it" "横杠：行动方否认",

    // Notes on scales, links and bars.
    BalancedScale "balanced scale" "均衡刻度",
    SequenceScale "scale by sequence" "顺序刻度",
    NoEvent "no event" "无事件",
    NoLinkedEvent "no linked event" "无相连事件",
    LadderLinear "Linear scale: every day has the same height. Every point stands on its date."
        "线性刻度：每天高度相同，各点均对准其日期。",
    LadderBalanced "Balanced scale: within each year half by calendar, half by sequence; busy years and weeks get more \
        room than quiet ones. Every point stands on its date."
        "均衡刻度：每年之内，一半按日历、一半按先后次序；事件密集的年份和星期占位较大。各点均对准其日期。",
    LadderSequence "Scale by sequence: events follow each other evenly within a year, whatever the days between them."
        "顺序刻度：每年之内事件等距排列，不论相隔几天。",
    LinksNone "No links are drawn; ↑ and ↓ count all recorded causes and responses."
        "未画连线；↑、↓为已记录的全部起因数与回应数。",
    LinksMajor "Links are drawn between major events of the two sides, with the days from act to answer; ↑ and ↓ count all \
        recorded causes and responses."
        "仅在双方的重大事件之间画连线，并注明从行动到回应的天数；↑、↓为已记录的全部起因数与回应数。",
    LinksAll "All links between the two sides are drawn, with the days from act to answer; ↑ and ↓ count all recorded causes \
        and responses."
        "双方之间的连线全部画出，并注明从行动到回应的天数；↑、↓为已记录的全部起因数与回应数。",
    LinksChain "Links of one event's causes and responses are drawn, with the days from act to answer; ↑ and ↓ count all \
        recorded causes and responses."
        "仅画一个事件的起因与回应的连线，并注明从行动到回应的天数；↑、↓为已记录的全部起因数与回应数。",
    FarOrCrossingLinks
        "A link from far above, or that would cross others, is drawn only where it arrives, with the day that it comes from."
        "来自上方远处或会与他线交叉的连线，仅画到达的一段，并注明起点日期。",
    FarLinks "A link from far above is drawn only where it arrives, with the day that it comes from."
        "来自上方远处的连线，仅画到达的一段，并注明起点日期。",
    LeftOut "Left out for want of room: {0}." "限于空间，略去{0}。",
    LanesLinear "Linear scale. ← and → count the recorded causes and responses of an event."
        "线性刻度。←、→为各事件已记录的起因数与回应数。",
    LanesBalanced "Balanced scale: half by calendar, half by sequence, so that busy weeks get more room than quiet ones. \
        ← and → count the recorded causes and responses of an event."
        "均衡刻度：一半按日历、一半按先后次序，事件密集的星期占位较大。←、→为各事件已记录的起因数与回应数。",
    LanesSequence "Scale by sequence: events follow each other evenly, whatever the days between them. ← and → count the \
        recorded causes and responses of an event."
        "顺序刻度：事件等距排列，不论相隔几天。←、→为各事件已记录的起因数与回应数。",
    LanesLives "A bar under a label is the life of a measure; what is in force after the as-of date is not foretold."
        "事件下方的横条为措施的存续期；截止日之后是否有效，不作预测。",
    GraphNote "Time runs down, row by row; years have the height that their rows need. +14 d is the time since the cause."
        "时间自上而下逐行排列；各年高度视行数而定。“+14天”为距起因的天数。",

    Episodes "{0} episodes that no link joins; the largest first, the others in time order."
        "{0}组互不相连的事件；最大的在前，其余按时间先后。",

    // Chains.
    ChainRuns "Time runs right, the event in the middle, causes to the left, consequences to the right."
        "时间自左至右，该事件居中，起因在左，后果在右。",
    ChainSubtitle "Recorded causes and consequences, {0} · {1} of {2} events of the chain shown{3}"
        "已记录的起因与后果，{0} · 全链{2}个事件中的{1}个{3}",
    OneStep ", one step from it" "，相隔一步",
    Steps ", up to {0} steps from it" "，至多相隔{0}步",
    OnSameDay "on the same day" "同日发生",
    EarlierBy "{0} earlier by the calendar" "按日历早{0}",
    After "after {0}" "{0}后发生",
    OneConsequence "{0}: one consequence recorded, {1}" "{0}：记录到1项后果，{1}",
    OneConsequenceDenied "{0}: one consequence recorded, {1}, which denies the link"
        "{0}：记录到1项后果，{1}，行动方否认关联",
    ConsequenceCount "{0}: {1} consequences recorded, the first {2}{3}" "{0}：记录到{1}项后果，首项{2}{3}",
    DeniesAll "; the acting side denies every link" "；行动方否认全部关联",
    DeniesSome "; the acting side denies {0}" "；行动方否认其中{0}项",
    NothingRecorded "{0}: no recorded cause or consequence" "{0}：未记录到起因或后果",
    OneCause "{0}: one recorded cause" "{0}：记录到1个起因",
    OneCauseBefore "{0}: one recorded cause, {1} before" "{0}：记录到1个起因，早{1}",
    CausesRecorded "{0}: {1} recorded causes" "{0}：记录到{1}个起因",
    NoCause "No cause is recorded." "未记录到起因。",
    NoConsequence "No consequence is recorded." "未记录到后果。",
    StubLag "{0} from {1}" "{0}，自{1}起",
    BothSidesHead "Both sides" "双方",
    ChainLinear "Linear scale on each side of the event, at whose box the axis breaks."
        "线性刻度，该事件两侧各自计算；时间轴在其方框处断开。",
    ChainBalanced "Balanced scale: on each side of the event half by calendar, half by sequence; the axis breaks at its box. \
        Every point stands on its date."
        "均衡刻度：该事件两侧，一半按日历、一半按先后次序；时间轴在其方框处断开。各点均对准其日期。",
    ChainSequence "Scale by sequence: on each side of the event acts follow each other evenly, whatever the days between \
        them."
        "顺序刻度：该事件两侧，事件等距排列，不论相隔几天。",
    ChainLags "+14 d is the time since the cause; of several causes the nearest stands first."
        "“+14天”为距起因的天数；有多个起因时，最近者在前。",
    ChainLagsThird "+14 d is the time since the cause; of several causes the nearest stands first. Others are named, and \
        their points stand off the lines."
        "“+14天”为距起因的天数；有多个起因时，最近者在前。其他各方注明名称，其点偏离横线。",
    Stub "1 link is drawn only where it arrives, since it would cross others." "1条连线仅画到达的一段，以免与他线交叉。",
    StubCount "{0} links are drawn only where they arrive, since they would cross others."
        "{0}条连线仅画到达的一段，以免与他线交叉。",

    // What is read aloud.
    ChainLinks "Links from cause to consequence" "从起因到后果的连线",
    TheEvent "The event" "该事件",
    Causes "Causes" "起因",
    Consequences "Consequences" "后果",
    MajorLinks "Links between major events" "重大事件之间的连线",
    Links "Links" "连线",
    GraphLinks "Links from cause to response" "从起因到回应的连线",
    DealsList "Deals between the two sides" "双方之间的协议",
    ColumnList "{0}, {1}" "{0}，{1}",
    Aloud "{0}, {1}, {2}: {3}" "{0}，{1}，{2}：{3}",
    AndThen "{0}; {1}" "{0}；{1}",
    OnlyReported "only reported" "仅见于报道",
    Answers "{0} answers {1}, {2}; {3}" "{0}回应{1}，{2}；{3}",
    AnswersDenied "{0} answers {1}, {2}; {3}, denied by the acting side" "{0}回应{1}，{2}；{3}，行动方否认",
}

impl Word {
    /// The text with its gaps filled; what fills one is taken as it is, whatever it holds.
    pub(crate) fn with(self, lang: Lang, parts: &[&dyn Display]) -> String {
        let mut out = String::new();
        let mut rest = self.say(lang);
        while let Some((before, after)) = rest.split_once('{') {
            out += before;
            let (gap, after) = after.split_once('}').unwrap_or((after, ""));
            if let Some(part) = gap.parse::<usize>().ok().and_then(|gap| parts.get(gap)) {
                out += &part.to_string();
            }
            rest = after;
        }
        out + rest
    }

    /// `self` for one, `many` filled with the number otherwise.
    pub(crate) fn count(self, many: Self, n: usize, lang: Lang) -> String {
        if n == 1 { self.say(lang).to_owned() } else { many.with(lang, &[&n]) }
    }
}

/// A number in words up to twenty, in figures beyond; in Chinese always in figures.
pub(crate) fn number(n: usize, lang: Lang) -> String {
    const WORDS: [&str; 21] = [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    let word = WORDS.get(n).filter(|_| lang == Lang::En);
    word.map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// The first letter as a capital.
pub(crate) fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Category, Vocabulary};

    #[test]
    fn a_row_has_the_same_gaps_in_every_language() {
        let gaps = |text: &str| -> Vec<String> {
            let mut gaps: Vec<String> =
                text.split('{').skip(1).map(|part| part.split('}').next().unwrap().to_owned()).collect();
            gaps.sort();
            gaps
        };
        for word in Word::ALL {
            let english = gaps(word.say(Lang::En));
            for &lang in Lang::ALL {
                assert_eq!(gaps(word.say(lang)), english, "{word:?}");
                assert!(!word.say(lang).is_empty());
            }
            assert!(english.iter().enumerate().all(|(at, gap)| gap.parse() == Ok(at)), "{word:?}");
        }
    }

    #[test]
    fn what_fills_a_gap_is_not_filled_again() {
        assert_eq!(Word::Span.with(Lang::En, &[&"{1}", &"{0}"]), "{1} to {0}");
        assert_eq!(Word::Event.count(Word::EventCount, 3, Lang::Zh), "3个事件");
    }

    #[test]
    fn every_word_is_in_the_fonts() {
        let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/NotoSansSC-Regular.ttf")).unwrap();
        let font = read_fonts::FontRef::new(&bytes).unwrap();
        let map = read_fonts::TableProvider::cmap(&font).unwrap();
        let chinese = Word::ALL.iter().map(|word| word.say(Lang::Zh).to_owned());
        let names = Category::ALL.iter().map(|&one| category(one, Lang::Zh));
        for letter in chinese.chain(names).collect::<String>().chars() {
            let chinese = crate::layout::text::is_chinese(u32::from(letter));
            assert!(!chinese || map.map_codepoint(letter).is_some(), "{letter}");
        }
    }
}
