/** About the forum itself. */
export const ABOUT = `
= about #welcome Welcome: how this place works

@ tamsin 2025-03-01 10:00 #welcome-start
We argue about the news here. Four customs have kept that pleasant since 2019:

1. **Quote, then answer.** Mark words, press *Quote*, and the words stand in your post with a link to where they come from. If you shorten, write […].
2. **Say where it comes from.** A link is best, a page number is lovely.
3. **Change your mind in public.** It is the only sport in which losing earns applause.
4. **Nobody is an example.** Real people read along, some of them the ones we talk about.

What you can write: *emphasis*, **strong**, lists, tables, [links](https://rostra.example/help), footnotes[^1] and a box for what not everyone wants to see:

[spoiler=The end of every thread about axes]
It should have been a table.
[/spoiler]

If you come from an older board: BBCode works too, choose it below the box.

[^1]: Like this one. @"Zofia Wrzos" reads all of them, so be careful what you put there.
~ +52d6h A custom added, from the proposal in Sources and methods
- 2. **Say where it comes from.** A link is best, a page number is lovely.
+ 2. **Say where it comes from.** A link is best, a page number is lovely. A figure has a parent: name it, or write “orphan”.
~ +225d16h What “disagree” means, from the thread about it
+ And the reaction *disagree* means: “I read this, and I see it otherwise.” Nothing worse.
^ like tomas zofia maren bram sorcha hannes eleni quidnunc; funny pelikan

@ oldsalt +3h30m bbcode #welcome-salt
For the old hands, what still works, tested by yours truly:

[list=1]
[*][b]bold[/b], [i]italic[/i], [u]underline[/u], [s]struck out[/s]
[*][color=red]colour[/color], which please use [size=85]sparingly[/size]
[*][url=https://rostra.example/help]links with a name[/url]
[*][spoiler]a spoiler[/spoiler]
[*][code]if (tide == low) wait();[/code]
[/list]

What does not work: my old signature with the burning ship. I was told it was [i]moving[/i]. Yes. That was the point.
^ like pelikan bram tomas; funny sorcha zofia maren tamsin jonas

@ adwoa +1d4h
Hello from Tema, new since January and only now out of hiding. A question on custom 3: is there some way to *show* that one has changed one's mind? In my old forum people deleted the post, so that it looked as though nobody had ever been wrong.
^ like tamsin zofia tomas

@ tamsin +49m
Welcome! Two ways. Edit, and give a reason: the earlier wording remains readable for everybody, with what was changed. Or answer yourself, which is nobler, since people need not click. Deleting exists, but leaves a gap with a number. Some of our best-known gaps have their own fans.
^ like adwoa zofia saeki; funny pelikan quidnunc

@ quidnunc +2h6m
I can recommend answering oneself. One is assured of an opponent who has read the post.
^ funny tamsin tomas zofia adwoa hannes bram; like saeki

@ leilani 2025-06-13 19:52
Aloha, two days old here. I followed a link to the table with the two offers and have now been reading for eleven hours. Is it usual that people in this place say “I was wrong” *so cheerfully*? It is a bit unsettling. I keep waiting for somebody to throw a chair.
^ like tamsin tomas zofia maren; funny quidnunc bram pelikan sorcha

@ bram +4h10m
The chairs are screwed to the deck. Welcome aboard.
^ like leilani tamsin oldsalt; funny maren quidnunc

@ tamsin 2026-11-21 09:30 #welcome-record
New since this month: *On record*, in the margin of every post. It says whose words a post reports, where they stood here first, what became of them on the way, and which figures came without a source. It does not say what is true. That remains our work.

Three clicks show what it is for. Begin at this post:

[quote #november-wall]
“The new schedule is a calendar with the weekends torn out, and nobody signs a calendar like that twice.”
[/quote]

The margin beside it says in how many other posts the line stands. Press on that: one word has been changed, and you see which. From there go to the post where it was *first seen*. The third click is the source beside that one.

If you have a fourth to spare: look into *One year on* and *Why a tug needs four people*, where texts came back after a year, a little changed, and into *Dunmarrow dam*, where two paragraphs stand twice and are folded.
^ like zofia tomas maren hannes leilani sorcha saeki; funny oldsalt

= about #disagree The reaction “disagree” is not a punishment

@ hannes 2025-10-11 09:14 #disagree-start
I have received nine *disagrees* for a post about motorways and noticed that I was offended for an entire afternoon. Then I looked at whom I had given mine to: to Quidnunc, forty-four times, and I like him. So obviously I mean one thing when I give it, and hear another when I get it.

Could we say somewhere what it is for? And should it really count in the reaction score?
^ like tamsin maren zofia quidnunc saeki

@ quidnunc +22m #disagree-fortyfour
Forty-four! I had you down for thirty. I wear them like a general.
^ funny hannes tomas bram maren zofia sorcha

@ saeki +3h57m #disagree-japan
I give it rarely, because from where I come it feels like slamming a door. I have learned here that it is a way of *knocking*. But this knowledge is not written anywhere, I had to sit in the hall for two years.
^ like hannes zofia tamsin minseo quidnunc eleni yian

@ oluwaseun +1h44m
Some data, since I had an hour: of the last 5,000 reactions, 81 % are *like*, 14 % *funny*, 5 % *disagree*. Of those 5 %, three quarters go to six members, and these six have on average the **most** likes as well. We disagree with whom we read. To be ignored looks quite different: it looks like nothing.
^ like hannes saeki zofia tamsin tomas quidnunc priya

@ sorcha +56m
“To be ignored looks like nothing” — I should like that on a mug for my whole profession.
^ like oluwaseun hannes; funny zofia pelikan

@ tomas +5h2m #disagree-proposal
Proposal: leave it, but write under it what it means here. *“I read this, and I see it otherwise.”* And whoever gives it should now and then say why, though not each time. Threads in which everybody justifies every nod are minutes and not conversation.
^ like hannes saeki tamsin zofia maren quidnunc bram

@ oldsalt +2h48m bbcode
In '98 we had no buttons. If you disagreed you had to type it, with your own fingers, on a line that cost money by the minute. It was [b]much[/b] ruder.
^ funny hannes tomas saeki zofia tamsin pelikan bram; disagree quidnunc

@ quidnunc +7m
I disagree on principle, as a birthday present.
^ funny oldsalt hannes tomas zofia tamsin

@ tamsin +1d2h
Done as Tomás proposed; the sentence now stands in *Welcome*. As to the score: a *like* adds one, a *disagree* takes one away, a *funny* does neither, and so it stays. A score that cannot fall is only applause, and for that we have a button.
^ like hannes saeki tomas zofia oluwaseun maren quidnunc

= about #sunday Maintenance on Sunday, 6:00 to 6:20

@ tamsin 2026-08-20 16:30
On Sunday from 6:00 to 6:20 (UTC) the forum will be readable but not writable. We move to a new machine: the old one, which has carried all of you since 2019, is a laptop with a broken hinge behind my bread bin. I did not want to tell you that before we had the new one.

Whatever you have not sent by then, please copy to a safe place. It may be better for the rest.
^ like tomas maren bram zofia jonas oldsalt; funny pelikan quidnunc sorcha hannes leilani

@ jonas +27m
Behind the *bread bin*. I had imagined a hall with blue lights.
^ funny tamsin zofia maren sorcha pelikan bram thuylinh

@ gulcin +1h50m
So my sourdough and this forum have been living in the same climate. It explains a lot about both.
^ funny tamsin jonas eleni zofia sorcha priya

@ tamsin 2026-08-23 06:24
Four minutes late, because I wanted to switch the old one off properly and then could not. It is standing on the shelf now, with the lid closed. Everything is there; 0 posts lost; if you find a link that leads nowhere, please write it here.
^ like tomas maren bram zofia jonas oldsalt eleni sorcha quidnunc hannes anahit saeki leilani mathilde

= about #weather Suggestion: a board for the weather?

@ nino 2025-12-08 07:25 #weather-start
გამარჯობა! Every third thread ends up with the weather: pellets, silt, floods, dough. Would it not be simpler to give it a board of its own? I should be happy to look after it. In Batumi it rains 2,500 millimetres a year, so I have material.
^ like jonas leilani; funny sorcha eleni

@ tomas +1h32m
I would regret it. What made the pellets good was that they turned up in the *strike*. If Jonas had been obliged to post them under Weather, nobody on the quay would have read him.
^ like jonas maren zofia quidnunc

@ leilani +10h14m
Counter-argument from the ocean: some of us are *only* here because of the weather, and would like to know where it is kept. At present I find it by searching for “Jonas”.
^ funny jonas tomas nino zofia sorcha pelikan

@ jonas +42m
I have been called many things at sea level, but never an index.
^ funny leilani nino tomas zofia sorcha

@ tamsin +1d3h #weather-office
Neither a board nor nothing: one thread, *Weather, all of it*, in The galley. Whoever meets weather elsewhere leaves a line there that says where. @"ნინო ზღვისპირელი" keeps it and is herewith appointed Minister of Precipitation.
^ like nino jonas leilani tomas zofia maren; funny quidnunc sorcha

@ nino +2h20m
I accept, and thank my party, which is a sparrow on the balcony. First official act: it is raining.
^ funny tamsin jonas leilani tomas zofia eleni sorcha bram maren pelikan
`
