"""Indonesian."""

from service.text.lang.base import LanguageData, phrases, words

DATA = LanguageData(
    code="id",
    cue_verbs=words(
        "kata ujar ujarnya katanya tutur tuturnya ungkap ungkapnya jelas jelasnya tambah tambahnya tegas tegasnya "
        "imbuh imbuhnya ucap ucapnya papar paparnya sebut sebutnya mengatakan menyatakan menjelaskan menambahkan "
        "menegaskan mengungkapkan menyebut menuturkan menulis bertanya menjawab memperingatkan mengumumkan "
        "mengakui membantah mengkritik berkata menyampaikan menilai mencuit terang terangnya pungkas pungkasnya "
        "lanjut lanjutnya cetus"
    ),
    cues_before=phrases("menurut|kata|berdasarkan"),
    he=words("ia dia beliau"),
    titles=words(
        "pak bu bapak ibu tuan nyonya dr prof presiden wakil perdana menteri gubernur wali kota bupati jenderal "
        "kolonel kapten letjen komisaris raja ratu paus ketua direktur juru bicara sekretaris hakim jaksa duta "
        "pelatih"
    ),
    roles=words(
        "juru bicara menteri presiden gubernur bupati ketua direktur kepala pemimpin ahli pakar profesor dokter "
        "peneliti pengacara jaksa hakim polisi pelatih pemain saksi warga korban ayah ibu perempuan pria penulis "
        "wartawan ekonom analis aktivis sumber pejabat"
    ),
    groups=words(
        "polisi pemerintah kementerian partai komisi pengadilan perusahaan asosiasi organisasi lembaga pernyataan "
        "laporan studi koran kantor tentara federasi klub dewan bank universitas"
    ),
    prepositions=words(
        "di ke dari dengan untuk pada oleh tentang dalam antara sejak hingga sampai tanpa terhadap setelah sebelum"
    ),
    locatives=words("di"),
    relatives=words("yang bahwa ketika jika tetapi dan atau karena"),
    stops=words(
        "di ke dari dengan untuk pada oleh tentang dalam antara sejak hingga sampai tanpa terhadap setelah "
        "sebelum yang bahwa ketika jika tetapi tapi dan atau karena ini itu tidak bukan adalah ada akan sudah "
        "telah masih juga saya kami kita mereka ia dia anda apa siapa bagaimana mengapa satu dua tiga empat lima "
        "hari kemarin besok namun selain sementara menurut"
    ),
    naming=words(
        "buku film lagu album seri novel judul berjudul bernama disebut istilah kata slogan program proyek operasi"
    ),
    calendar=words(
        "januari februari maret april mei juni juli agustus september oktober november desember senin selasa rabu "
        "kamis jumat sabtu minggu"
    ),
    office_of_place=True,
)
