"""Hand-made views of a small case: every kind of turn and manner of line, in two languages."""

# ruff: noqa: E501 (the two languages stand side by side)

from __future__ import annotations

from game.scenario.steps import Criterion, Role, TurnKind
from game.scenario.words import Translate, Words, filled, plainly
from game.trial.view import (
    Asked,
    Case,
    CriterionMark,
    Debrief,
    Document,
    Exhibit,
    Help,
    Judgment,
    Law,
    Line,
    LookAlikeMet,
    Option,
    Passage,
    Person,
    Range,
    Reason,
    Run,
    Scorecard,
    TrapMet,
    Turn,
    VigilanceShown,
)

CASE_ID = "free_skins"

# A few of the window's words, so that Chinese screens can be drawn before the catalogue is there.
CHINESE = {
    "Mock Court": "少年模拟法庭",
    "See through the trick. Weigh the evidence. Try the case.": "识破骗局，权衡证据，审理案件。",
    "Play": "开始", "Settings": "设置", "Quit": "退出", "Back": "返回", "Continue": "继续",
    "Choose a case": "选择案件", "Continue where you stopped": "接着上次继续",
    "Begin the trial": "开庭", "Which role do you take?": "你担任哪个角色？",
    "What you learn": "你将学到", "Judge": "审判长", "Prosecution": "公诉人", "Defence": "辩护人",
    "You lead the trial, rule on objections and evidence, and decide.":
        "你主持庭审，裁决异议与证据，并作出判决。",
    "You show the court what happened and prove it, fairly.": "你向法庭说明事实，客观公正地举证。",
    "You protect the rights of the accused and test every proof.":
        "你维护被告人的合法权利，审查每一份证据。",
    "How much time is there?": "有多少时间？", "{n} minute": "{n} 分钟",
    "When do you want to see the reasons?": "何时查看理由？", "After each answer": "每次作答之后",
    "After each scene": "每一幕之后", "Only at the end": "结束时一并查看",
    "Your turn: {role}": "轮到你了：{role}", "Confirm": "确定", "Hand in": "提交",
    "Choose one, then confirm.": "选择一项，然后确定。", "Record": "卷宗", "Exhibit {n}": "证据{n}",
    "{n} phrase marked": "已标记 {n} 处", "Sound": "有理", "Not sound": "欠妥",
    "{verdict} · {quote}": "{verdict} · {quote}", "In court": "庭审", "Language": "语言",
    "What your answer was worth": "你的回答如何", "Text size": "文字大小", "Display": "显示",
    "High contrast": "高对比度", "Let text and people move": "动态文字与人物", "Sound volume": "音量",
    "Only underlined phrases can be marked. Tap once more to take a mark away.":
        "只有带下划线的语句可以标记。再点一次即可取消。",
    "Press a card on the left.": "先点左边的一张卡片。", "People": "人物", "Exhibits": "证据",
    "Documents": "文书", "Law cards": "法条卡", "Transcript": "庭审笔录", "Marks": "得分",
    "Traps": "骗局", "Your answers": "你的作答", "The real case": "真实案例", "Getting help": "求助",
    "{total} of 100": "{total} 分", "as {role}": "担任{role}", "Vigilance": "警觉",
    "{criterion}: {earned} of {possible}": "{criterion}：{earned} / {possible}",
    "Seeing traps": "识破骗局", "Weighing evidence": "证据判断", "Reasoning": "说理",
    "What this trial taught · {case}": "本次庭审的收获 · {case}", "You are: {role}": "你是：{role}",
    "Play it in another role": "换个角色再来", "Back to the title": "回到首页",
}  # fmt: skip


def translate(language: str) -> Translate:
    """The window's words in `language`, as far as they are known here."""
    if language == "en":
        return str
    return lambda words: filled(words, _chinese)


def _chinese(words: Words) -> str:
    return CHINESE.get(words.text, plainly(words))


class Sample:
    """The sample case in one language; its methods make the views."""

    def __init__(self, language: str) -> None:
        self.zh = language != "en"

    def say(self, english: str, chinese: str) -> str:
        return chinese if self.zh else english

    def rich(self, english: str, chinese: str) -> tuple[Run, ...]:
        return tuple(Run(part, pick=pick) for part, pick in _spans(self.say(english, chinese)))

    @property
    def case(self) -> Case:
        s = self.say
        return Case(
            CASE_ID,
            s("The free skins", "免费皮肤"),
            s(
                "Xiaoyu is promised ten free game skins. An hour later her mother's account is empty.",
                "小雨被告知可以免费领取十套游戏皮肤。一小时后，妈妈账户里的钱不见了。",
            ),
            s("Qinghe District People's Court", "清河区人民法院"),
            "junior",
            40,
            "criminal",
            (
                s("How a free gift becomes a trap", "免费礼物如何变成骗局"),
                s("How a court tests evidence", "法庭怎样审查证据"),
                s("Where to get help", "可以向谁求助"),
            ),
            s("Somebody of your age is cheated. Nobody is hurt.", "案中有同龄人被骗，没有人受伤。"),
        )

    @property
    def people(self) -> tuple[Person, ...]:
        s = self.say
        return (
            Person("judge", s("Judge Lin", "林审判长"), s("presiding judge", "审判长"), "judge_woman",
                   stands="bench"),
            Person("zhou", s("Zhou Wei", "周伟"), s("prosecutor", "公诉人"), "prosecutor_man",
                   stands="prosecution"),
            Person("he", s("He Jing", "何静"), s("defender", "辩护人"), "lawyer_woman",
                   stands="defence"),
            Person("xiaoyu", s("Xiaoyu", "小雨"), s("victim", "被害人"), "girl_a",
                   s("She is thirteen and plays after homework.", "十三岁，写完作业后玩游戏。")),
            Person("chen", s("Chen Hao", "陈浩"), s("defendant", "被告人"), "young_man_b"),
        )  # fmt: skip

    @property
    def chat(self) -> Document:
        s, r = self.say, self.rich
        star, yu = s("GM Star", "星辰客服"), s("Xiaoyu", "小雨")
        rows = (
            ("gm", star, "20:14", False,
             r("Congratulations! [Only today, ten free skins|p1] for lucky players.",
               "恭喜你！[仅限今天，免费领取十套皮肤|p1]，幸运玩家专享。")),
            ("xiaoyu", yu, "20:15", True, r("Really? What do I have to do?", "真的吗？我要做什么？")),
            ("gm", star, "20:15", False,
             r("The weekend event is on [the notice page inside the game|p2], have a look.",
               "周末活动写在[游戏内的公告页|p2]，你可以看看。")),
            ("gm", star, "20:16", False,
             r("But for the skins [do not tell your parents|p3], or the prize is void. "
               "You are a minor, so [use your mother's phone to unlock your age|p4].",
               "不过领皮肤的事[不要告诉爸爸妈妈|p3]，否则奖品作废。你是未成年人，"
               "所以要[用妈妈的手机解除年龄限制|p4]。")),
            ("xiaoyu", yu, "20:18", True, r("I will [ask my mum first|p5].", "我[先问问妈妈|p5]。")),
            ("gm", star, "20:19", False,
             r("[Only three minutes are left!|p6] [Show me the code that she got|p7] and you are done.",
               "[只剩三分钟了！|p6][把她收到的验证码发给我|p7]，马上就好。")),
        )  # fmt: skip
        passages = tuple(
            Passage(f"m{n}", says, by, name, at, mine, s("Sent from a card registered abroad.", "由境外注册的卡发出。") if n == 3 else "")
            for n, (by, name, at, mine, says) in enumerate(rows)
        )  # fmt: skip
        return Document("chat", "chat", s("Game group chat", "游戏群聊天记录"), passages)

    @property
    def page(self) -> Document:
        s, r = self.say, self.rich
        return Document("page", "page", s("claim-skins.example", "claim-skins.example"), (
            Passage("a", r("[Official gift centre|p1], certified by everybody.", "[官方礼品中心|p1]，人人认证。")),
            Passage("b", r("Enter your account and [your password|p2] to receive the gift.", "输入账号和[密码|p2]即可领取礼品。")),
        ))  # fmt: skip

    @property
    def statement(self) -> Document:
        s, r = self.say, self.rich
        return Document("statement", "statement", s("Statement of Xiaoyu", "小雨的陈述"), (
            Passage("s1", r("At a quarter past eight somebody offered me free skins.", "八点一刻，有人说送我免费皮肤。"), "xiaoyu", s("Xiaoyu", "小雨")),
            Passage("s2", r("I told my mother right away.", "我马上告诉了妈妈。"), "xiaoyu", s("Xiaoyu", "小雨")),
            Passage("s3", r("He wrote [until midnight|p1].", "他一直[写到半夜|p1]。"), "xiaoyu", s("Xiaoyu", "小雨")),
        ))  # fmt: skip

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        s, r = self.say, self.rich
        side = s("prosecution", "公诉方")
        return (
            Exhibit("chat_log", 1, s("Group chat record", "群聊记录"), s("electronic data", "电子数据"),
                    r("The whole chat with its hash value.", "完整聊天记录及其校验值。"), side, "admitted", "chat"),
            Exhibit("shot", 2, s("A cropped screenshot", "一张裁剪过的截图"), s("electronic data", "电子数据"),
                    r("Half of a chat; names and times are cut off.", "半截聊天记录，没有姓名和时间。"),
                    s("defence", "辩护方"), "offered", ""),
            Exhibit("bank", 3, s("Bank record", "银行流水"), s("documentary evidence", "书证"),
                    r("Two payments of 1,499 yuan at 20:21 and 20:24.", "20:21 和 20:24 两笔各 1499 元。"), side, "excluded", ""),
        )  # fmt: skip

    @property
    def laws(self) -> tuple[Law, ...]:
        s = self.say
        return (
            Law("criminal_law/266", s("Criminal Law, article 266", "《刑法》第266条"), s("Fraud", "诈骗罪"),
                s("Whoever cheats others out of a large sum is punished; the more, the harder.",
                  "骗取他人财物，数额较大的，要受处罚；数额越大，处罚越重。"), "2021-03-01", "2026-11-23"),
        )  # fmt: skip

    def line(self, manner: str, english: str, chinese: str, **more: object) -> Line:
        return Line(manner, (Run(self.say(english, chinese)),), **more)  # type: ignore[arg-type]

    def spoken(self, by: str, english: str, chinese: str, **more: object) -> Line:
        person = next(p for p in self.people if p.id == by)
        manner = str(more.pop("manner", "said"))
        return self.line(
            manner, english, chinese, by=by, name=person.name, part=person.part, **more
        )

    def cited(self) -> Line:
        """A line with a link to a law card."""
        law = Run(
            self.say("article 266 of the Criminal Law", "刑法第二百六十六条"),
            law="criminal_law/266",
        )
        before, after = Run(self.say("It is about ", "本案适用")), Run(self.say(".", "。"))
        zhou = next(p for p in self.people if p.id == "zhou")
        return Line("said", (before, law, after), by=zhou.id, name=zhou.name, part=zhou.part)

    def stages(self) -> list[tuple[tuple[Line, ...], Turn | None]]:
        """What is said before each turn, and the turn; the last has none."""
        return [
            (self._opening(), self.mark()),
            (self._after_mark(), self.choose()),
            (
                (self.spoken("he", "Objection! That is a leading question.", "反对！这是诱导性提问。", mood="angry"),),
                self.several(),
            ),
            ((self.spoken("xiaoyu", "I am not sure any more…", "我记不清了……", mood="worried"),), self.pair()),
            ((self.spoken("judge", "The screenshot is excluded.", "该截图不予采信。", manner="ruled", cue="gavel"),), self.findings()),
            ((self.cited(), self.line("told", "What should Xiaoyu do now?", "现在小雨应该怎么做？"),), self.order()),
            ((self.spoken("chen", "I only lent them my card.", "我只是把卡借给了他们。", mood="sad"),), self.amount()),
            ((self.spoken("judge", "The trial is closed.", "闭庭。", manner="ruled", cue="gavel"),), None),
        ]  # fmt: skip

    def _opening(self) -> tuple[Line, ...]:
        return (
            self.line("scene", "A message at night", "夜晚的消息", scene="shome"),
            self.line("stage", "The court is in session. Please turn off your phones.", "现在开庭，请关闭通讯工具。", cue="gavel"),
            self.line("told", "It is a Friday evening. Xiaoyu has finished her homework and opens the game.",
                      "星期五晚上，小雨写完作业，打开了游戏。"),
            self.spoken("xiaoyu", "He said it was only for today, and that I must not tell anybody. I thought that I was lucky.",
                        "他说只有今天有，还叫我不要告诉任何人。我以为自己运气很好。", mood="sad"),
            self.spoken("chen", "I have never seen that girl in my life.", "我从来没有见过这个女孩。", mood="surprised"),
        )  # fmt: skip

    def _after_mark(self) -> tuple[Line, ...]:
        told = (
            ("Only today, ten free skins", "仅限今天，免费领取十套皮肤", True,
             "Hurry and a gift together: the two oldest baits. Look it up in the game itself.",
             "“免费”加“限时”，是最老的诱饵。请到游戏内核实。"),
            ("the notice page inside the game", "游戏内的公告页", False,
             "This is honest: anybody can check it inside the game.", "这是正当渠道，人人都可以在游戏内核实。"),
            ("do not tell your parents", "不要告诉爸爸妈妈", True,
             "Whoever asks for secrecy fears a second pair of eyes. Tell somebody you trust.",
             "要求保密的人，怕的就是有人把关。请告诉你信任的人。"),
        )  # fmt: skip
        reasons = tuple(
            self.line("reason", why, warum, quote=self.say(quote, zitat), sound=sound, turn="t1")
            for quote, zitat, sound, why, warum in told
        )
        return (*reasons, self.spoken("zhou", "Xiaoyu, he told you to use your mother's phone, didn't he?",
                                      "小雨，是他让你用妈妈的手机的，对吧？"))  # fmt: skip

    def options(
        self, *pairs: tuple[str, str], note: tuple[str, str] = ("", "")
    ) -> tuple[Option, ...]:
        return tuple(
            Option(f"o{n}", self.rich(*pair), self.say(*note) if n == 1 else "")
            for n, pair in enumerate(pairs)
        )

    def mark(self) -> Turn:
        picks = {run.pick: run.text for p in self.chat.passages for run in p.says if run.pick}
        options = tuple(Option(pick, (Run(text),)) for pick, text in picks.items())
        prompt = self.rich("Tap every phrase that is a trap. Leave the honest ones alone.",
                           "点出每一处骗局，放过正当的语句。")  # fmt: skip
        return Turn(
            "t1", TurnKind.MARK, Criterion.TRAPS, prompt, options, 0, len(options), document="chat"
        )

    def choose(self) -> Turn:
        options = self.options(
            ("Sustain the objection: the question puts the answer into her mouth.", "反对有效：提问把答案塞给了证人。"),
            ("Overrule it: she may answer.", "反对无效：可以回答。"),
            ("Ask the prosecutor to say what the question is for.", "请公诉人说明提问目的。"),
            ("Adjourn the hearing.", "休庭。"),
            note=("The question stands as it is.", "问题保持不变。"),
        )  # fmt: skip
        prompt = self.rich("The defence objects. How do you rule?", "辩护人提出反对，你如何裁决？")
        return Turn("t2", TurnKind.CHOOSE, Criterion.PROCEDURE, prompt, options, exhibit="chat_log")

    def several(self) -> Turn:
        options = self.options(
            ("The screenshot is cropped.", "截图被裁剪过。"),
            ("Nobody knows who took it.", "不知道是谁截的图。"),
            ("It is in colour.", "它是彩色的。"),
        )
        prompt = self.rich(
            "What is wrong with exhibit 2? Choose all that holds.",
            "证据2有什么问题？请选出所有成立的理由。",
        )
        return Turn(
            "t3", TurnKind.CHOOSE, Criterion.EVIDENCE, prompt, options, 1, 3, exhibit="shot",
            hints=(self.say("Look at its edges.", "看看它的边缘。"), self.say("What is missing?", "少了什么？")),
        )  # fmt: skip

    def pair(self) -> Turn:
        left = tuple(Option(p.id, p.says) for p in self.statement.passages)
        right = tuple(
            Option(p.id, (Run("".join(run.text for run in p.says)),)) for p in self.chat.passages
        )
        relations = (
            Option("supports", self.rich("supports", "印证")),
            Option("contradicts", self.rich("contradicts", "矛盾")),
        )
        prompt = self.rich(
            "Compare the two. Does the record support or contradict each sentence?",
            "对照两份材料：记录印证还是否定每一句话？",
        )
        return Turn("t4", TurnKind.PAIR, Criterion.EVIDENCE, prompt, left, 1, 3, right, relations, (0, 1), document="chat")  # fmt: skip

    def findings(self) -> Turn:
        issues = self.options(
            ("He deceived the victim.", "被告人实施了欺骗行为。"),
            ("She paid because she believed him.", "被害人因受骗而付款。"),
            ("He led the gang.", "被告人是主犯。"),
        )
        right = tuple(
            Option(e.id, (Run(e.title),), "".join(r.text for r in e.shows)) for e in self.exhibits
        )
        relations = (Option("proved", self.rich("is proved by", "由其证明")),)
        prompt = self.rich(
            "Your findings. Link every point that is proved with what proves it.",
            "请认定事实：把已证明的事项与证据相连。",
        )
        return Turn("t5", TurnKind.PAIR, Criterion.REASONING, prompt, issues, 0, 9, right, relations, (0, 3))  # fmt: skip

    def order(self) -> Turn:
        options = self.options(
            ("Call 110 and report it.", "拨打110报警。"),
            ("Tell her mother.", "告诉妈妈。"),
            ("Keep the chat and the payment records.", "保存聊天和付款记录。"),
            ("Ask the bank to stop the payment.", "请银行止付。"),
        )
        prompt = self.rich("Put the steps into the right order.", "请把这些步骤排好顺序。")
        return Turn("t6", TurnKind.ORDER, Criterion.HELP, prompt, options, 4, 4)

    def amount(self) -> Turn:
        prompt = self.rich("For how long is Chen Hao sent to prison?", "判处陈浩有期徒刑多久？")
        scale = Range(0, 120, 1, self.say("months", "个月"))
        asked = (Asked(Role.PROSECUTION, 14), Asked(Role.DEFENCE, 9))
        return Turn(
            "t7",
            TurnKind.AMOUNT,
            Criterion.LAW,
            prompt,
            range=scale,
            law="criminal_law/266",
            asked=asked,
        )

    def debrief(self) -> Debrief:
        s = self.say
        marks = Scorecard(74, (
            CriterionMark(Criterion.TRAPS, 5, 7), CriterionMark(Criterion.EVIDENCE, 6, 8),
            CriterionMark(Criterion.PROCEDURE, 3, 4), CriterionMark(Criterion.REASONING, 5.5, 7),
        ))  # fmt: skip
        return Debrief(
            marks,
            VigilanceShown(4, 5, 1, 2, 1.4, -0.2, "balanced", "good"),
            (
                TrapMet(s("do not tell your parents", "不要告诉爸爸妈妈"), s("Tell nobody", "要求保密"),
                        s("He fears a second pair of eyes.", "他怕有人把关。"), s("Tell somebody you trust.", "告诉你信任的人。"), True),
                TrapMet(s("Only three minutes are left!", "只剩三分钟了！"), s("Now or never", "限时催促"),
                        s("Hurry keeps you from thinking.", "催促让人来不及思考。"), s("Stop and count to ten.", "停下来，数到十。"), False),
            ),
            (LookAlikeMet(s("the notice page inside the game", "游戏内的公告页"), s("Anybody can check it.", "人人可以核实。"), True),),
            (Reason(s("How do you rule?", "你如何裁决？"), s("Sustain", "反对有效"), s("A leading question gives the answer.", "诱导性提问给出了答案。"), True),),
            s("The court sentenced him to ten months and ordered him to pay the money back.", "法院判处有期徒刑十个月，责令退赔。"),
            s("Adapted from a case of 2023; all names are invented.", "改编自2023年的真实案例，人物均为虚构。"),
            s("Checked on 2026-11-23.", "2026-11-23 核对。"),
            (Help("110", s("Police, at any hour", "报警")), Help("12355", s("Youth line: somebody listens", "青少年服务台")), Help("96110", s("Fraud line", "反诈专线"))),
            Judgment(s("Criminal judgment", "刑事判决书"), s("Lakeside District People's Court", "湖滨区人民法院"), s("The free skins", "免费的皮肤"),
                     (s("Chen Hao, defendant", "被告人：陈浩"),), (s("Admitted: Exhibit 1, Chat log", "采信：证据1，聊天记录"),),
                     (s("Proved: He deceived her.", "予以认定：他骗了她。"),), (s("The defendant is sentenced to 9 months of imprisonment.", "判处被告人有期徒刑9个月。"),),
                     (s("Presiding Judge Lin", "林审判长"), s("Clerk Xia", "书记员夏")), s("Written in a mock trial. It binds nobody.", "本判决书由模拟法庭作出，没有法律效力。")),
        )  # fmt: skip


def _spans(marked: str) -> list[tuple[str, str]]:
    """`[words|pick]` and plain text, in order."""
    parts = []
    for piece in marked.split("["):
        inside, closed, rest = piece.partition("]")
        if closed:
            words, _, pick = inside.partition("|")
            parts.append((words, pick))
        parts.append((rest if closed else piece, ""))
    return [part for part in parts if part[0]]
