"""Indonesian."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="id",
    cue_verbs=words(
        "kata ujar ujarnya katanya tutur tuturnya ungkap ungkapnya jelas jelasnya tambah tambahnya tegas tegasnya "
        "imbuh imbuhnya ucap ucapnya papar paparnya sebut sebutnya mengatakan menyatakan menjelaskan menambahkan "
        "menegaskan mengungkapkan menyebut menuturkan menulis bertanya menjawab memperingatkan mengumumkan "
        "mengakui membantah mengkritik berkata menyampaikan menilai mencuit terang terangnya pungkas pungkasnya "
        "lanjut lanjutnya cetus keluh keluhnya tulis tulisnya pernyataan kenang kenangnya tandas tandasnya tukas "
        "tukasnya sambung sambungnya timpal timpalnya jawab jawabnya tanyanya sahut sahutnya kilah kilahnya "
        "kritiknya sindir sindirnya beber bebernya seru serunya teriak teriaknya bisik bisiknya canda candanya "
        "kelakar harap harapnya imbau imbaunya pesannya pinta pintanya sarannya puji pujinya simpulnya urai "
        "urainya rincinya klaimnya tegur akunya ceritanya kisahnya berujar bertutur berpesan berharap berkomentar "
        "berjanji bersumpah berargumen berpendapat memaparkan mengeluh mengeluhkan mengaku mengklaim mengimbau "
        "mengingatkan mengusulkan menyarankan menuding menuduh mengecam mengutuk menyindir memuji meminta "
        "mendesak menuntut mengajak menyerukan menyimpulkan menguraikan merinci membeberkan membenarkan "
        "memastikan menjamin memprediksi memperkirakan menduga meyakini mengenang menceritakan mengisahkan "
        "melaporkan mencatat menyoroti menandaskan menepis menolak menampik meralat menanggapi merespons "
        "menimpali menyahut menyatakannya mengucapkan membalas melontarkan menekankan mengancam mengutip "
        "mengunggah menggambarkan menyebutkan menambahkannya mempertanyakan bertegas menggarisbawahi"
    ),
    cues_before=phrases(
        "menurut|berdasarkan|seperti dikatakan|seperti disampaikan|seperti diungkapkan|"
        "sebagaimana disampaikan|dikutip dari|di mata|dalam pandangan"
    ),
    he=words("ia dia beliau"),
    titles=words(
        "pak bu bapak ibu tuan nyonya dr prof presiden perdana menteri gubernur wali kota bupati jenderal kolonel "
        "kapten letjen komisaris raja ratu paus ketua direktur juru bicara sekretaris hakim jaksa duta pelatih "
        "sdr sdri hj kh ust ustaz ustad kiai gus habib raden ir drs dra menko menlu menkes menhub menkeu mendag "
        "mendikbud menteri-koordinator wamen wakapolri kapolri kapolda kapolres kapolsek kabid kasat akbp kompol "
        "akp iptu ipda aiptu brigjen mayjen irjen komjen laksamana marsekal mayor letkol serka pangdam panglima "
        "dandim walikota sekjen sekda kadis camat lurah kades anggota senator legislator jubir komisioner dirut "
        "direktris manajer ceo guru profesor peneliti pengamat pakar ekonom aktivis penulis penyanyi aktor aktris "
        "sutradara musisi atlet kiper striker uskup pastor pendeta kardinal romo suster bhikkhu sultan pangeran "
        "putri kanselir dubes konsul dokter bidan perawat pengacara advokat mahasiswa"
    ),
    roles=words(
        "juru bicara menteri presiden gubernur bupati ketua direktur kepala pemimpin ahli pakar profesor dokter "
        "peneliti pengacara jaksa hakim polisi pelatih pemain saksi warga ayah ibu perempuan pria penulis "
        "wartawan ekonom analis aktivis sumber pejabat menko menlu walikota sekjen sekda camat lurah kades "
        "kapolri kapolda kapolres kapolsek panglima komandan jenderal kolonel mayor kapten prajurit tentara "
        "legislator senator jubir kabid kadis direktris dirut komisaris manajer pemilik pendiri pengusaha "
        "pedagang petani nelayan sopir pengemudi pilot masinis penumpang turis wisatawan pelanggan tetangga "
        "penduduk pensiunan putra kakak adik suami istri janda nenek kakek paman bibi sahabat teman rekan kerabat "
        "mahasiswa mahasiswi siswa siswi guru dosen rektor dekan ilmuwan sejarawan sosiolog psikolog biolog "
        "epidemiolog virolog meteorolog seismolog insinyur arsitek bidan perawat advokat kuasa terdakwa tersangka "
        "pelapor penyidik petugas relawan demonstran pengunjuk buruh penyair novelis sutradara produser aktor "
        "aktris penyanyi musisi seniman pelukis kurator penyiar pembawa redaktur komentator kiper penyerang bek "
        "gelandang atlet juara wasit uskup pastor pendeta imam ulama kiai ustaz sultan raja ratu pangeran "
        "diplomat dubes penasihat pengamat kandidat sekretaris bendahara"
    ),
    groups=words(
        "polisi pemerintah kementerian partai komisi pengadilan perusahaan asosiasi organisasi lembaga pernyataan "
        "laporan studi koran kantor tentara federasi klub dewan bank universitas mahkamah kejaksaan kejagung "
        "polri polda polres tni dpr dprd mpr kpk kpu bawaslu bmkg bnpb bpbd basarnas bps bpom bei ojk pln "
        "pertamina pemprov pemkot pemkab pemda istana kemenkes kemenhub kemenkeu kemlu parlemen senat oposisi "
        "koalisi serikat yayasan persatuan pssi fifa nato pbb kedutaan panitia manajemen otoritas pt mui "
        "muhammadiyah pdip golkar gerindra"
    ),
    portfolios=words(
        "kesehatan perhubungan keuangan luar dalam negeri pertahanan pendidikan kebudayaan perdagangan "
        "perindustrian pertanian pariwisata agama sosial hukum energi kehutanan kelautan perikanan "
        "ketenagakerjaan komunikasi informatika lingkungan hidup"
    ),
    feminine=words(
        "ibu bu nyonya ratu putri perempuan mahasiswi siswi istri janda nenek bibi aktris hj dra suster bidan"
    ),
    prepositions=words(
        "di ke dari dengan untuk pada oleh tentang dalam antara sejak hingga sampai tanpa terhadap setelah "
        "sebelum kepada bersama melalui atas bagi seperti selama menjelang usai"
    ),
    locatives=words("di"),
    relatives=words("yang bahwa ketika jika tetapi dan atau karena"),
    stops=words(
        "di ke dari dengan untuk pada oleh tentang dalam antara sejak hingga sampai tanpa terhadap setelah "
        "sebelum yang bahwa ketika jika tetapi tapi dan atau karena ini itu tidak bukan adalah ada akan sudah "
        "telah masih juga saya kami kita mereka ia dia anda apa siapa bagaimana mengapa satu dua tiga empat lima "
        "hari kemarin besok namun selain sementara menurut kesehatan perhubungan keuangan luar negeri pertahanan "
        "pendidikan kebudayaan perdagangan perindustrian pertanian pariwisata agama sosial hukum energi kehutanan "
        "kelautan perikanan ketenagakerjaan komunikasi informatika koordinator lingkungan hidup maka lalu "
        "kemudian bahkan hanya sangat lebih paling seperti sebagai bagi para si pun agar supaya sehingga meski "
        "meskipun walaupun sedangkan padahal yakni yaitu misalnya saat waktu tadi nanti sekarang kini begitu "
        "demikian jadi semua setiap beberapa banyak punya bisa dapat harus perlu tak jangan belum sedang lagi "
        "sendiri mana kapan lain"
    ),
    naming=words(
        "buku film lagu album seri novel judul berjudul bernama disebut istilah kata slogan program proyek "
        "operasi bertajuk bukunya filmnya lagunya novelnya dijuluki dinamai dikenal dokumenter lakon pameran "
        "puisi julukan frasa sebutan tagar kampanye acara"
    ),
    calendar=words(
        "januari februari maret april mei juni juli agustus september oktober november desember senin selasa rabu "
        "kamis jumat sabtu minggu"
    ),
    article_endings=("nya",),
    office_of_place=True,
    adjectives_follow=True,
)
