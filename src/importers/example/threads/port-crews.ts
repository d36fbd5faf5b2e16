/** Pilots and tugs: the claim of the eleven nights, from its source to its repetition, and what a crew is. */
export const PORT_CREWS = `
= pilots #nights Eleven nights in twenty-eight

@ bram 2025-03-23 16:40 #nights-origin
I asked a former colleague for the winter call-out sheet of the Aldersund pilots. It is a public document, only nobody prints it: [roster of the pilot station, December 2024](https://pilots.aldersund.example/rosters/2024-12). In the four weeks from 2 to 29 December, a pilot on the winter roster was called out on eleven nights out of twenty-eight, on average over thirty-four pilots. The agreement allows nine.

I say *called out*. That means the telephone rang between 22:00 and 06:00 and you went down the ladder. It does not count the nights you lay awake because it might ring. Those are all the others.
^ like maren tomas adwoa eleni zofia oldsalt oluwaseun sorcha nino

@ oluwaseun +1h8m
Thank you, this is what a figure should look like: who, when, how many, counted how. May I ask for the spread? An average of eleven can be thirty-four people at eleven, or seventeen at four and seventeen at eighteen, and these are two very different Decembers.
^ like zofia bram

@ bram +2h34m #nights-spread
Lowest six, highest fifteen. The six had a broken wrist. The fifteen was a man called in for colleagues with influenza, and he asked me to say that he did not complain, so I say it, and you may think about it.
^ like oluwaseun maren eleni tomas sorcha

@ quidnunc +51m
December is the worst month. Four weeks with storms and a holiday are not “winter”. Is there a sheet for January, or for February?
^ like oluwaseun

@ zofia +1h19m #nights-months
There is, one address further: [January](https://pilots.aldersund.example/rosters/2025-01), 9.4 nights; February, 8.8. So December is above the limit, January slightly, February below it. Over the three months: 9.7 of 28. That is *over* nine, and it is not eleven. Both are true, and please let nobody quote only one of them.
^ like quidnunc oluwaseun bram tomas hannes

@ quidnunc +9m
One can work with this. I withdraw the eyebrow.
^ like zofia; funny maren bram

@ nino +7h22m
ბათუმიდან გამარჯობა, greetings from Batumi. Our pilots have a nice rule: after a night call, the telephone may not ring for eleven hours, and if it rings all the same, the harbour master has to ring it himself. There were two such calls last year.
^ like bram maren eleni; funny tomas adwoa

@ maren +10h40m #nights-second
Worth carrying over to the strike thread when the dust settles: pilots at Aldersund are called out on eleven nights out of twenty-eight in December, where the agreement allows nine. Source is Bram's roster above. I would quote it together with Zofia's three-month figure, which is 9.7.
^ like zofia bram

@ oldsalt +5h6m bbcode
[quote #nights-spread]
he asked me to say that he did not complain
[/quote]
That is a pilot all right. My uncle was one. Fell between ship and ladder in '71, broke two ribs, finished the job, and told my aunt he had slipped in the bath. [i]We did not have a bath.[/i]
^ like bram sorcha eleni tomas; funny nino

= pilots #crew Why a tug needs four people and not three

@ bram 2025-05-06 10:12 #crew-four
Since the settlement drops the third crew, someone will soon ask why the remaining crews cannot be smaller. I will answer before the consultant does. On a harbour tug there are:

- a master, who looks forward;
- a mate, who looks aft, because that is where the rope is;
- an engineer, who listens;
- a deckhand, who has hands.

Take one away and somebody does two of these at the same time. The rope does not care which two. In my nineteen years I saw three parted lines. Each time, the person who shouted was the one who *had nothing else to do just then*.
^ like maren tomas adwoa eleni sorcha oldsalt zofia nino hannes

@ hannes +2h27m
“The person who shouted was the one who had nothing else to do just then” ought to be carved over the door of every efficiency office on earth. Are there numbers? I believe you; I ask because the consultant will.
^ like bram zofia

@ zofia +4h50m #crew-board
The Marine Safety Board keeps a list of towing incidents. Between 2015 and 2024 it has 61 with a parted line. Crews of four: 38 incidents, 2 injured. Crews of three: 23 incidents, 9 injured. [Data](https://marine-safety.quillon.example/towing-2024). No rates, because nobody records how many jobs were done with three, so do not compare 38 and 23. But 2 in 38 and 9 in 23 you may compare.
^ like bram oluwaseun hannes tomas maren

@ oluwaseun +1h5m
Correctly done, and correctly fenced. Odds of an injury given a parted line: 5 % against 39 %. With so few cases the interval is wide, but it does not get near one. If crews of three are sent out on easier jobs, as I would hope, the true difference is larger still.
^ like zofia bram

@ quidnunc +3h31m
Or on older boats, in which case it is smaller. I am not being difficult for sport: the list has the year of build, and nobody in this thread has opened that column.
^ like oluwaseun zofia

@ zofia +38m
I have now opened that column. Median year of build: fours 1998, threes 2009. The threes are on the *newer* boats, because those were sold to the owners with the promise that three would do.
^ like quidnunc bram oluwaseun hannes tomas; funny pelikan

@ quidnunc +6m
I shall sit here quietly for a while and look at the sea.
^ funny zofia bram maren tomas hannes oluwaseun sorcha pelikan adwoa

@ bram +1h40m
Look aft. That is where the rope is.
^ like quidnunc zofia hannes maren sorcha eleni; funny tomas

@ guest:"a deckhand's nephew" 2026-03-28 10:17 #crew-booklet
Found in the anniversary booklet of the shipping agents, without a name under it:

The tug Marta Vane lay idle for the fortieth day on Friday while her crew of three took turns to run the engine, so that it would not be damp when it was needed.

“You do not let a ship get lonely,” said her engineer, who did not wish to be named. “She forgets how to start.”

On the quay opposite, three of the seven cranes had been parked with their arms up, which is how cranes are parked when nobody knows for how long.

Is this how it was? My uncle says she never had three.
^ like sorcha bram

@ sorcha +2h9m
We have had this here. OldSalt put it into the strike thread a year ago to the day, out of his mailbox, and there it was the *twenty-fifth* day, a Thursday, and

[quote #strike-paste]
her crew of four took turns to run the engine
[/quote]

Between the mailbox and the booklet she has gained fifteen days and lost a man.
^ like zofia tomas maren hannes rafael mathilde

@ bram +50m
Four. I could name them and will not. Your uncle is right, and I believe I know which of them he is.

So one has been taken off on paper, where it costs nothing, in a booklet of the agents. I do not say that there is a connection. I only look aft.
^ like sorcha maren tomas eleni zofia adwoa hannes quidnunc oldsalt

= harbour #november Aldersund again: an “adaptive roster” from January

@ maren 2026-11-03 12:25 #november-start
It is November, so somebody in Aldersund has had an idea. The authority wants an *adaptive roster* from 11 January 2027: a program proposes shifts five days ahead from the arrivals it expects, and a person signs them. Press note [2026/88](https://port-of-aldersund.example/press/2026-88).

Ilse Brandt told the Gazette this morning: “It is the same calendar. Only now it tears itself.” Korver has retired; the new director, Benedikta Saal, says the program will “respect every clause the parties can show us”. One hears the lawyers breathing.
^ like tomas zofia bram quidnunc

@ tomas +34m
Twenty-one days' notice and a program that proposes five days ahead. Either the program does not decide anything, in which case why buy it, or it does, in which case clause 14. I am waiting for the sentence in which the roster is said not to be *altered* but to be *unfolding*.
^ like bram zofia; funny quidnunc maren pelikan

@ leilani +6h48m
Watching from Hilo, where our one tug is rostered by a woman named Auntie and there is no appeal. What does the program know about tides? I ask seriously. Five days is about where a swell forecast stops being a forecast.
^ like bram maren jonas; funny eleni sorcha

@ pelikan +2h11m bbcode #november-claim
Everybody knows the pilots up there are called out twenty-one nights out of twenty-eight, winter and summer. A machine can hardly make it worse.
^ disagree zofia quidnunc oluwaseun; like oldsalt

@ zofia +47m #november-trace
[quote #november-claim]
called out twenty-one nights out of twenty-eight, winter and summer
[/quote]

Everybody knows, but from where? I followed it back. In May it came past in the thread about Merrow:

[quote #merrow-winter]
Eleven nights in twenty-eight, the whole winter
[/quote]

Maren had it in March of last year, with the month and the limit:

[quote #nights-second]
pilots at Aldersund are called out on eleven nights out of twenty-eight in December, where the agreement allows nine
[/quote]

She had it from Bram:

[quote #nights-origin]
a pilot on the winter roster was called out on eleven nights out of twenty-eight, on average over thirty-four pilots
[/quote]

And Bram had it from a public sheet. So the sheet fell off first, then December became winter, winter became winter *and summer*, and eleven became twenty-one. I think the twenty-one crept over from the twenty-one days' notice. The two figures live in the same sentences.
^ like bram tomas oluwaseun maren quidnunc hannes tamsin saeki mathilde rafael

@ pelikan +22m bbcode
[quote #november-trace altered]
Everybody knows, but nobody knows from where.
[/quote]
I plead guilty. I would have sworn in court that I had read it here. And I had, in a way, the way one has read a book whose film one has seen.
^ like zofia bram; funny tomas maren saeki

@ bram +3h16m
For the record, since somebody will need it in January: the winter of 2025–26, with four of the six new pilots in place, was **8.1 nights of 28** on average, and no month above nine ([sheets](https://pilots.aldersund.example/rosters)). The agreement works. I did not expect to live to type that.
^ like maren tomas zofia eleni adwoa oluwaseun sorcha oldsalt hannes nino

@ quidnunc +13h5m
Counsel for the other side has read the note twice and has nothing. Either I am getting old or Ms Saal has been badly advised. There is a sentence on page 2 saying the program “has been trained on the rosters of comparable ports”. If one of them is Merrow, it has been trained on people who said yes.
^ like bram tomas maren zofia

@ oldsalt +3h20m bbcode #november-wall
She had the better line the first time round, it hangs over my sink. Ilse Brandt said in the spring of the strike: “The new schedule is a calendar with the weekends torn out, and nobody signs a calendar like that twice.” At the ropewalk 1,200 people stood up for it.
^ like bram nino

@ zofia +25m #november-sink
Your sink has the radio version. One word is altered, and the margin leads back to where the line was posted first: by Maren, in March of last year, out of the Gazette, with *holidays*. The weekends came in by wireless nine days later. Hannes stood at the door and let them through with a warning.

And the 1,200? The article had eight hundred, its copy nine. They seem to be paid by the year.
^ like hannes maren tomas sorcha bram mathilde; funny quidnunc pelikan

@ oldsalt +14m bbcode
Nineteen months on the wall, three clicks to take it down. I have put a line through the weekends and written the holidays above, so now it is two inscriptions. The 1,200 I counted from memory, sitting down.
^ like zofia anahit tamsin bram; funny sorcha tomas

@ adwoa +1d3h
Tema was offered the same program last year. We asked the seller for one thing: show us the nights it would have proposed for the four weeks we already lived through. He promised to send them. I have stopped checking the inbox, but I have kept the question, and you may have it.
^ like maren zofia oluwaseun bram tomas leilani
`
