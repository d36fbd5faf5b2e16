/** What became of the €41 million: the claim of 2025 and the audit of 2026. */
export const PORT_MONEY = `
= figures #million What exactly is the €41 million?

@ oluwaseun 2025-03-18 20:38 #million-origin
The figure everybody repeats is €41 million since 3 March. It comes from a press note of the Port Authority of Aldersund of 14 March, [number 2025/29](https://port-of-aldersund.example/press/2025-29). The sentence there reads:

> The Port Authority puts the value of delayed business since 3 March at up to €41 million across all tenants of the port.

Four things stand in it that stand in no newspaper: *value*, *delayed*, *up to*, *across all tenants*. I propose that we take them one by one and see what is left. Whoever wants to argue about the strike itself, please do it next door.
^ like zofia tomas maren adwoa hannes jonas priya saeki

@ zofia +57m #million-annex
The note has an annex, and the annex has a footnote, so my evening is saved. Page 4, table 2: the 41.2 million is the **insured value of cargo that arrived later than booked**. Not revenue. Not the authority's revenue either. If your container of bicycles worth €200,000 comes on Thursday instead of Monday, it goes into this table with €200,000, bicycles and all.

Footnote 3 says so in seven-point type: “Values are not to be read as losses.”[^1]

[^1]: Annex to 2025/29, page 4, below table 2. I have stored a copy, since notes on that site have been known to improve overnight.
^ like oluwaseun tomas maren tamsin saeki hannes; funny pelikan sorcha

@ tomas +1h20m
So the one document that exists says *do not read this as a loss*, and every paper wrote *loss*. I looked up who was first. The [Gazette wrote on 15 March](https://harbour-gazette.example/2025/03/15/cost): “The strike has cost the port €41 million since 3 March, the authority said.” It did not say. It put at.
^ like zofia oluwaseun

@ maren +11h4m
Then I carried it into this forum myself on Tuesday, with “loss” in it. I had the Gazette open and not the note. I am leaving my post as it stands, because three people have answered it, but I wanted to say here who the mule was.
^ like zofia tomas tamsin oluwaseun sorcha bram

@ quidnunc +2h13m #million-floor
In defence of the mule: the figure may be wrong in kind and still not wrong in size. Delayed cargo produces demurrage, penalties, lost berthing fees, overtime afterwards. None of these are in table 2. The true loss could be *larger* than 41 million. Absence of a good number is not a good number.
^ like oluwaseun hannes

@ oluwaseun +36m #million-method
[quote #million-floor]
Absence of a good number is not a good number.
[/quote]

I shall steal that. But let us try to build one. The authority's annual report gives berthing and handling income of €212 million for 2024, so about €580,000 a day. From 3 to 14 March that is eleven days and a half; suppose the port stood completely still:

~~~
212_000_000 / 365 = 580_822 a day
580_822 * 11.5    = 6.7 million at full standstill
~~~

It did not stand completely still, tankers were worked throughout. So the authority itself cannot have lost more than about **€6.7 million** of its own income by that date. Tenants come on top, but the tenants have published nothing.
^ like zofia tomas priya saeki jonas thuylinh yian

@ hannes +3h2m
A question from a non-statistician. If the authority's own income can have shrunk by at most seven million, why does a director hand out a paper that says forty-one?

@ quidnunc +18m #million-seven
Because the minister of waterways does not get out of bed for seven.
^ funny hannes tomas zofia pelikan maren oluwaseun; like sorcha

@ pelikan +21m bbcode
[quote #million-seven]
Because the minister of waterways does not get out of bed for seven.
[/quote]

Embroidered on a cushion, this would sell.
^ funny quidnunc hannes sorcha

@ adwoa +5h41m
From the agent's side: penalties are real but they are *between tenants*. When a line pays a forwarder, the line's loss is the forwarder's gain, and the town is where it was. I would not add those at all, or else I would add them twice with opposite signs, which is the same and prettier.
^ like oluwaseun quidnunc

@ saeki +1d2h
In Nagasaki the evening papers have the habit of writing 「約」 (about) before every amount, so that the word has lost all strength. “Up to” is suffering the same fate. It should mean a ceiling. People hear it as a rounding. Perhaps one should write “less than, and possibly much less than”.
^ like zofia oluwaseun tomas minseo

@ pelikan +40m bbcode
Advertising solved this long ago. [i]Up to[/i] 41 million. While stocks last. Participating tenants only.
^ funny zofia saeki oluwaseun quidnunc adwoa

@ priya 2025-04-14 07:52
For completeness, now that it is over. On 11 April the authority was asked for a final figure and said it would “not speculate before the accounts are closed”. In March it had eleven days and speculated; in April it had forty and would not. I find the second answer respectable and the first one informative.
^ like zofia oluwaseun tomas

= harbour #audit Court of Audit on the strike: €23.6 million, and a table of who said what

@ priya 2026-02-05 13:18 #audit-report
The Court of Audit has published its special report on the Aldersund strike ([report 2026/4](https://audit-court.quillon.example/2026-04), 88 pages). Headline: the Port Authority lost **€23.6 million** over the forty days, of which €9.1 million came back by the end of August as ships returned. Net: 14.5.

The report says of the €41 million that it was “neither a forecast nor a measurement, and ought not to have been published without the words that qualified it”. That is audit language for a slap with a wet rope.
^ like zofia tomas oluwaseun maren bram adwoa hannes

@ oluwaseun +44m
Let me hold my own feet to the fire. Last March I gave €6.7 million as the ceiling of the authority's own loss **by 14 March**. Scaled to forty days that is 23.2; the auditors find 23.6. I was below the truth by 1.6 %. I shall be insufferable until the weekend.
^ like zofia priya tomas saeki; funny quidnunc pelikan adwoa

@ quidnunc +29m #audit-luck
Congratulations, and one cold shower. Your ceiling assumed a complete standstill and no overtime afterwards. There *was* traffic (tankers) and there *was* overtime (seven weeks of it). Your two omissions were of the same size and opposite sign. It is a good estimate, and it is also two errors shaking hands.
^ like oluwaseun zofia priya; funny tomas

@ oluwaseun +11m
[quote #audit-luck]
two errors shaking hands
[/quote]

I would like this on my gravestone, with the tolerance.
^ funny quidnunc zofia tomas maren priya jonas

@ zofia +2h50m #audit-chain
Annex F of the report is a gift. They traced the figure as we did, and then further. Condensed:

| date | who | words |
|---|---|---|
| 14 March 2025 | Port Authority, note | value of delayed business … at **up to** €41 million **across all tenants** |
| 15 March | Harbour Gazette | has cost **the port** €41 million |
| 24 March | radio | **losses** of €41 million **and rising** |
| 2 April | a member of the Assembly | the **taxpayer** is down €41 million |
| 9 April | a leaflet | €41 million **stolen** from this town |

Five stations, no new information at any of them. The note of 14 March was downloaded 212 times before the end of the strike. I checked how many of those were me: nine.
^ like tomas oluwaseun maren priya hannes tamsin saeki sorcha anahit; funny pelikan

@ mathilde +1h33m
New here, and I came because of exactly this kind of table. May I ask a naive thing: did anyone at the Gazette correct the sentence of 15 March? I find the article still as it was, without a note.
^ like zofia tomas tamsin

@ maren +52m
Welcome. They did not. I wrote to them last April and got a kind answer saying the authority had never complained. Which is true. Why would it?
^ like mathilde zofia hannes

@ bram +3h7m
What I take from eighty-eight pages: page 61. The pilots' overtime after the strike cost more than six extra pilots would have cost in a year. It is one line in a table and there is no comment on it.
^ like maren adwoa zofia tomas oldsalt eleni

@ hannes +19h
I went and read page 61 because Bram's lines have a way of being right. They are: €1.31 million against €1.18 million. The report draws no conclusion because, it says, staffing is “outside the scope of this examination”. One pictures the scope, and the examiners walking carefully around the edge of it.
^ like bram zofia; funny tomas sorcha

@ rafael +2d4h
In Beira we had a similar report after the cyclone: accurate, late, and bought by nobody. May I suggest that somebody put the table of five stations somewhere it can be found without reading this thread? It is the best explanation I know of how a number goes bad, and my students are seventeen and will not open an annex.
^ like zofia tamsin priya oluwaseun

@ tamsin +1h15m
Please do, Rafael: in *Sources and methods*, as *Teaching material*. Use the table freely and name the report.
^ like rafael zofia
`
