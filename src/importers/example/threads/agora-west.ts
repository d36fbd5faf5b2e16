/** German, Spanish and Greek. */
export const AGORA_WEST = `
= german #einigung Was heißt eigentlich „Einigung“?

@ hannes 2025-04-12 08:05 #einigung-start
Seit gestern lese ich überall, in Aldersund gebe es eine „Einigung“. Im Text der Behörde ([Mitteilung 2025/47](https://port-of-aldersund.example/notices/2025-47)) steht das Wort nicht. Dort steht *settlement*, und das kann Vergleich, Schlichtung oder schlicht Abrechnung bedeuten.

Für mich ist eine Einigung, wenn zwei dasselbe wollen. Ein Vergleich ist, wenn zwei dasselbe unterschreiben. Nach vierzig Tagen Streik glaube ich an das Zweite.
^ like pelikan zofia saeki

@ pelikan +48m bbcode #einigung-vergleich
Bei uns an der Küste sagt man: Man hat sich [i]vertragen[/i]. Das Schöne daran ist, dass der Vertrag schon drinsteckt, und das Ertragen auch.
^ like hannes ines naama; funny zofia

@ hannes +22m
[quote #einigung-vergleich]
Das Schöne daran ist, dass der Vertrag schon drinsteckt, und das Ertragen auch.
[/quote]

Das hänge ich mir neben den Kalender. Den mit den Feiertagen.
^ funny pelikan zofia; like ines

@ zofia +3h14m
Verzeiht mein Deutsch, ich habe es aus Fußnoten gelernt. In der polnischen Presse heißt es *porozumienie*, also „Verständigung“. Da hat sich nicht einmal jemand geeinigt, man hat einander nur verstanden. Nach dem, was ich von der letzten Nacht gelesen habe (dreizehn Stunden, ein Feueralarm), ist das die kühnste aller Übersetzungen.
^ funny hannes pelikan; like naama

@ quidnunc +1h37m
Ich lese hier nur mit, möchte aber für die Akten anmerken, dass die Anwälte beider Seiten dasselbe Wort benutzt haben: „Ergebnis“. Es ist das einzige, über das keine Seite lachen musste.
^ like hannes pelikan zofia

@ pelikan +11h20m bbcode
Und im Radio, eben um sieben: „Der Streik ist [b]beigelegt[/b].“ Wie ein Prospekt.
^ funny hannes zofia quidnunc

= german #dienstplan Fahrplan, Dienstplan, Schichtplan: eine Übersetzungsfrage

@ pelikan 2025-03-22 17:30 bbcode #dienstplan-start
Ilse Brandts Satz macht jetzt auch auf Deutsch die Runde, und zwar in drei Fassungen:

[list]
[*]„Der neue Fahrplan ist ein Kalender mit herausgerissenen Feiertagen.“
[*]„Der neue Dienstplan ist ein Kalender, aus dem man die Feiertage gerissen hat.“
[*]„Der neue Schichtplan ist ein Kalender ohne Feiertage.“
[/list]

Die erste macht aus Lotsen Eisenbahner. Die dritte hat die Gewalt verloren: Da fehlt nur etwas, aber niemand hat gerissen. Ich stimme für die zweite.
^ like hannes ines

@ hannes +1h16m #dienstplan-mann
Ich auch, mit einem Bedenken. „Aus dem *man* die Feiertage gerissen hat“: Im Original tut das niemand, sie *sind* herausgerissen. Das deutsche „man“ zeigt mit dem Finger auf einen Unbekannten. Wahrscheinlich meint sie ihn, aber gesagt hat sie ihn nicht.
^ like pelikan ines saeki

@ pelikan +19m bbcode
Dann: „ein Kalender, dem die Feiertage herausgerissen sind“. Das klingt nach Zahnarzt, ist aber treu.
^ funny hannes ines; like zofia

@ hannes +7h40m
Treu und schmerzhaft. Genommen. Und bitte den zweiten Halbsatz nicht vergessen, den lassen alle drei weg: „und so einen Kalender unterschreibt niemand zweimal.“
^ like pelikan zofia ines tomas

= spanish #agua ¿Quién dijo «el agua no firma»?

@ ines 2025-11-03 15:22 #agua-start
Desde la inundación de Brack circula una frase preciosa, atribuida a un ingeniero de la presa de Dunmarrow: «El agua no firma, pero siempre cobra». La he visto en cuatro diarios, y en ninguno tiene nombre ni fecha. En uno es «un técnico», en otro «un veterano», en el tercero «como suele decirse en la zona».

Mi sospecha es que nadie la dijo. Es demasiado redonda: las frases dichas de verdad suelen tener una muleta.
^ like tomas zofia eleni

@ tomas +1h35m #agua-muleta
Disculpad mi español con acento de Setúbal. Esa idea de la muleta me parece un método. Los testigos dicen «o sea», «bueno», «la cosa es que». Cuando una cita llega limpia, alguien la ha lavado. Y quien lava una cita, a veces le cambia también el cuello.
^ like ines rafael; funny hannes

@ rafael +4h20m
En Beira, después del ciclón, corría una casi igual: «El mar no pregunta». También sin dueño. Creo que hay frases que las catástrofes traen consigo, como la madera.
^ like ines tomas eleni layla

@ ines +58m
[quote #agua-muleta]
Cuando una cita llega limpia, alguien la ha lavado.
[/quote]

Tomás, tu español no tiene acento: tiene filo. Me la llevo, y con tu nombre, que para eso estamos.
^ like tomas rafael; funny zofia

@ ines 2026-02-20 12:10
Cierro el caso. En el informe de los inspectores, página 33, aparece la encargada de turno aquella noche, con nombre y apellido, diciendo: «Bueno, o sea, el agua no te firma un papel, pero la cuenta te la pasa igual». Ahí están las dos muletas. Existía, era de una mujer y era mejor.
^ like tomas rafael zofia eleni layla sorcha saeki

@ tomas +40m
Y los cuatro diarios la oyeron «veterano». Me quedo con el «o sea».
^ like ines rafael; funny zofia hannes

= greek #siopi Ο θόρυβος της απουσίας

@ eleni 2025-09-10 18:15 #siopi-start
Στο αγγλικό νήμα για την καμπάνα του Λόουερ Φένικ έγραψα για «τον θόρυβο της απουσίας» και με ρώτησαν από πού είναι η έκφραση. Ντρέπομαι να πω ότι δεν ξέρω. Την έλεγε η γιαγιά μου όταν σταματούσε το ψυγείο.

Την έχει ακούσει κανείς αλλού; Μου φαίνεται πολύ λόγια για τη γιαγιά μου, που όλα τα άλλα τα έλεγε με τρεις λέξεις.
^ like sorcha anahit layla

@ anahit +3h25m
Τα ελληνικά μου είναι από επιγραφές, οπότε συγχωρήστε τα κεφαλαία που ακούγονται. Στα αρμενικά λέμε για ένα σπίτι που άδειασε ότι «φωνάζουν οι τοίχοι του». Ίσως κάθε γλώσσα που έχει μετακομίσει πολλές φορές χρειάζεται μια τέτοια φράση.
^ like eleni naama layla saeki

@ eleni +1h4m #siopi-psygeio
Οι τοίχοι που φωνάζουν! Αυτό είναι καλύτερο. Ρώτησα και τη μητέρα μου: λέει ότι η γιαγιά το είχε ακούσει στο ραδιόφωνο, σε μια εκπομπή για φάρους, γύρω στο 1962. Άρα η πηγή μου είναι ένα ψυγείο, και πίσω από το ψυγείο ένα ραδιόφωνο.
^ like anahit ines; funny zofia naama

@ naama +5h12m
Διαβάζω με λεξικό και χαίρομαι. Στο φόρουμ αυτό μάθαμε ότι κάθε αριθμός χρειάζεται γονιό. Εδώ έχουμε μια φράση με γιαγιά, και νομίζω ότι αυτό μετράει διπλά.
^ like eleni anahit zofia

@ eleni +2d3h
Βρέθηκε, σχεδόν. Στο αρχείο του δήμου υπάρχει το πρόγραμμα του ραδιοφώνου: 9 Μαρτίου 1962, «Οι φάροι και η σιωπή τους», στις οκτώ το βράδυ. Το κείμενο της εκπομπής δεν σώθηκε. Σώθηκε η γιαγιά, κι αυτή μόνο από στόμα σε στόμα.
^ like anahit naama layla ines sorcha zofia

= spanish #desmentir ¿Se puede desmentir un rumor sin repetirlo?

@ ines 2026-04-20 21:10 #desmentir-inicio
El viernes, en Puerto Almagre, el alcalde salió en la radio a decir: «No es cierto que el agua esté contaminada». Nadie había oído que lo estuviera. Una hora después no quedaba una botella en los dos supermercados.

Veo tres salidas y no sé cuál es la honesta:

1. callar y dejar que el rumor se muera de hambre;
2. negarlo con todas sus letras, y darle de comer;
3. decir solo lo verdadero («el agua se analizó el martes y está limpia», con el [informe](https://aguas.puerto-almagre.example/analisis/2026-04-14)) y que cada cual deduzca el resto.

¿Qué harían ustedes? O vosotros, que en este hilo hay de todo.
^ like tomas rafael layla zofia

@ rafael +2h18m
La tercera, y lo digo por experiencia. Después del ciclón corrió la voz de que el puente se iba a caer. Una radio dijo: «El puente no se va a caer». La otra dijo: «Ayer cruzaron el puente seiscientos camiones». Con la primera, la gente echó a andar. La palabra *caer* pesa lo mismo con un *no* delante.
^ like ines tomas layla saeki

@ tomas +1h5m #desmentir-momento
Discrepo a medias. La tercera es elegante mientras el rumor es pequeño. Cuando ya está en todas las cocinas, quien no lo nombra parece que lo esconde. Hay un momento, y hay que saber verlo, en que callar deja de ser prudencia y empieza a ser confesión.
^ like ines zofia; disagree rafael

@ ines +37m
[quote #desmentir-momento shortened]
Hay un momento […] en que callar deja de ser prudencia y empieza a ser confesión.
[/quote]

Muy bien, pero ¿cómo se ve ese momento? El alcalde creyó verlo y llegó tres días antes.
^ like rafael; funny tomas zofia

@ layla +6h40m #desmentir-calle
En Tánger el español se aprende en el mercado, así que perdonad los plurales. Mi abuela tenía una regla: al rumor se le contesta en la calle donde se oyó, nunca en otra más ancha. El alcalde contestó por la radio a lo que se decía en una escalera.
^ like ines tomas rafael zofia eleni hannes

@ tomas +20m
La anchura de la calle. Eso es lo que yo llamaba «momento», y no sabía lo que decía.
^ like layla ines rafael

@ ines 2026-04-24 16:33
Averiguado. El martes un operario pegó un aviso en un portal de la calle Mayor: «Agua turbia de 9 a 11 por cambio de llave». Un portal, dos horas, once vecinos. De ahí salió todo. Layla acertó hasta el peldaño.
^ like layla tomas rafael zofia sorcha; funny hannes

= greek #eos «Έως εννέα μποφόρ»: το μικρό «έως»

@ eleni 2026-02-03 17:40 #eos-start
Τη Δευτέρα η μετεωρολογική υπηρεσία έδινε βοριάδες «6 με 7 και τοπικά έως 9 μποφόρ». Το μεσημέρι τα [Νησιώτικα Νέα](https://nisiotika-nea.example/2026/02/02) έγραφαν «9 μποφόρ στο Αλμυρονήσι». Το βράδυ, στο καφενείο, ήταν «πάνω από 9», και την Τρίτη το πρωί κάποιος θυμόταν δέντρα να πετάνε.

Ο σταθμός στο λιμάνι του Αλμυρονησίου έγραψε όλη νύχτα 7, με μία ριπή 8 στις τρεις. Τα δέντρα είναι στη θέση τους. Τα μέτρησα: τέσσερα.
^ like anahit zofia jonas; funny naama

@ naama +2h12m
Το «έως» το έχουμε ξανασυναντήσει, στο Άλντερσουντ: «έως 41 εκατομμύρια». Εκεί χάθηκε μέσα σε μία μέρα. Στα εβραϊκά είναι δύο γράμματα, עד, και πάλι κανείς δεν βρίσκει χώρο γι' αυτό στον τίτλο.
^ like eleni zofia oluwaseun saeki

@ anahit +1h26m #eos-smili
Στις επιγραφές συμβαίνει το αντίθετο. Ό,τι είναι μικρό χαράζεται πιο βαθιά, γιατί ο τεχνίτης φοβάται μην το φάει ο καιρός. Ίσως οι εφημερίδες να χρειάζονται σμίλη.
^ like eleni naama zofia

@ eleni +15h3m #eos-varkes
Ρώτησα τον λιμενάρχη αν τον ενοχλεί. «Εμένα με βολεύει», μου είπε. «Αν γράψουν εφτά, θα βγουν με τις βάρκες.»
^ funny anahit naama; like bram

@ naama +48m
[quote #eos-varkes]
Αν γράψουν εφτά, θα βγουν με τις βάρκες.
[/quote]

Τότε ο αριθμός δεν είναι πρόβλεψη. Είναι φράχτης.
^ like eleni anahit layla

@ eleni +25m
Και τον φράχτη τον πηδάνε μόλις δουν ότι δεν φύσηξε. Την επόμενη φορά, στα αληθινά εννέα, θα πουν «τα ίδια μας έλεγαν και τον Φεβρουάριο». Γι' αυτό θα προτιμούσα το «έως» στη θέση του, έστω και με τις βάρκες.
^ like anahit naama zofia jonas bram
`
