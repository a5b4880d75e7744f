"""The parts that names of invented innovations are put together from."""

# subject of an agency -> affair (urusan), what its innovations are about
_SUBJECTS: dict[str, tuple[str, str]] = {
    "governance": ("pemerintahan", "Naskah Dinas, Rapat Pimpinan, Aduan Warga, Agenda Pimpinan, Standar Layanan"),
    "oversight": ("pengawasan", "Tindak Lanjut Temuan, Konsultasi Desa, Gratifikasi, Kas Opname, Dana Desa"),
    "order": ("ketenteraman", "Ronda Warga, Izin Keramaian, Aduan Ketertiban, Kerukunan, Reklame Liar"),
    "finance": ("keuangan", "Pajak Bumi, Aset Daerah, Setoran Retribusi, Kas Daerah, Pajak Restoran, Tagihan Pajak"),
    "staff": ("kepegawaian", "Kenaikan Pangkat, Cuti Pegawai, Pensiun, Kelas Jabatan, Berkas Pegawai"),
    "disaster": ("penanggulangan bencana", "Waspada Banjir, Peta Rawan, Relawan Desa, Logistik Bencana, Murid Tangguh"),
    "education": (
        "pendidikan",
        "Literasi Pagi, Anak Putus Sekolah, Guru Terpencil, Seragam Sekolah, "
        "Rapor Sekolah, Sanggar Budaya, Bahasa Ibu, Kantin Jujur, Murid Berkebun",
    ),
    "health": (
        "kesehatan",
        "Ibu Hamil, Balita Sehat, Stunting, Lansia, Jiwa Sehat, "
        "Antrean Pasien, Obat Rumah, Imunisasi, Donor Darah, Sanitasi, Gizi Keluarga",
    ),
    "works": ("pekerjaan umum", "Jalan Lubang, Saluran Irigasi, Tata Ruang, Lampu Jalan, Jembatan Desa"),
    "housing": ("perumahan", "Rumah Layak, Sertifikat Tanah, Taman Kota, Permukiman Tepi Sungai, Air Limbah"),
    "registry": (
        "kependudukan",
        "Akta Kelahiran, Kartu Anak, Pindah Datang, "
        "Akta Kematian, Rekam Disabilitas, Nikah Langsung KTP, Kartu Keluarga",
    ),
    "digital": (
        "komunikasi dan informatika",
        "Satu Data, Pusat Panggilan, Desa Terhubung, Layanan Digital, Radio Warga",
    ),
    "permits": ("penanaman modal", "Izin Usaha, Izin Praktik, Peta Investasi, Konsultasi Izin, Izin Reklame"),
    "transport": ("perhubungan", "Uji Kendaraan, Angkutan Pelajar, Parkir, Rambu Sekolah, Perahu Aman"),
    "environment": ("lingkungan hidup", "Bank Sampah, Sampah Pasar, Air Sungai, Kompos, Adopsi Pohon, Limbah Usaha"),
    "fishery": ("perikanan", "Benih Ikan, Lelang Ikan, Nelayan Kecil, Olahan Ikan, Kolam Pekarangan"),
    "trade": ("perdagangan", "Harga Pasar, Tera Ulang, Koperasi Sehat, UMKM Naik Kelas, Pasar Rakyat, Kemasan Produk"),
    "labour": ("tenaga kerja", "Bursa Kerja, Magang, Pelatihan Las, Industri Rumahan, Pekerja Migran"),
    "tourism": ("pariwisata", "Desa Wisata, Pemandu Muda, Kalender Wisata, Lapangan Desa, Cendera Mata"),
    "library": ("perpustakaan", "Buku Keliling, Arsip Keluarga, Pojok Baca, Dongeng Anak, Arsip Desa"),
    "family": ("keluarga berencana", "Keluarga Berencana, Catin Sehat, Bina Remaja, Akseptor Baru, Lansia Tangguh"),
    "social": ("sosial", "Data Kemiskinan, Santunan, Rumah Singgah, Difabel Mandiri, Bantuan Tepat"),
    "village": ("pemberdayaan masyarakat", "Musyawarah Desa, BUM Desa, Anggaran Desa, Profil Desa, Lumbung Desa"),
    "farming": ("pertanian", "Pupuk, Benih Unggul, Hama Padi, Petani Muda, Ternak Sehat, Panen Raya"),
    "food": ("pangan", "Pekarangan Lestari, Cadangan Pangan, Warung Sehat, Pangan Lokal"),
    "planning": (
        "perencanaan",
        "Usulan Warga, Pokok Pikiran, Peta Program, Riset Daerah, Evaluasi Program, Forum Pakar",
    ),
    "hospital": ("kesehatan", "Antrean Poli, Obat Antar, Rawat Jalan, Bayi Baru Lahir, Ruang Tunggu, Rujukan"),
    "water": ("air minum", "Sambungan Baru, Tagihan Air, Aduan Pipa, Meter Air"),
    "banking": ("keuangan", "Kredit Pasar, Tabungan Pelajar, Agen Desa"),
    "subdistrict": (
        "kewilayahan",
        "Surat Keterangan, Sampah Warga, Posyandu, Kerja Bakti, "
        "Warung Tetangga, Data Dasawisma, Layanan Malam, Pengantar Nikah",
    ),
}
SUBJECTS: dict[str, tuple[str, tuple[str, ...]]] = {
    key: (affair, tuple(words.split(", "))) for key, (affair, words) in _SUBJECTS.items()
}

# word in front -> type (jenis), form (bentuk)
DEVICES: tuple[tuple[str, str, str], ...] = (
    ("Aplikasi", "digital", "pelayanan publik"),
    ("Dasbor", "digital", "tata kelola"),
    ("Loket Daring", "digital", "pelayanan publik"),
    ("Sistem", "digital", "tata kelola"),
    ("Kanal", "digital", "pelayanan publik"),
    ("Peta Digital", "digital", "tata kelola"),
    ("Gerai", "non-digital", "pelayanan publik"),
    ("Klinik", "non-digital", "pelayanan publik"),
    ("Jemput Bola", "non-digital", "pelayanan publik"),
    ("Gerakan", "non-digital", "bentuk lainnya"),
    ("Sekolah", "non-digital", "bentuk lainnya"),
    ("Pos", "non-digital", "pelayanan publik"),
    ("Sapa", "non-digital", "pelayanan publik"),
    ("Kampung", "non-digital", "bentuk lainnya"),
    ("Gercep", "non-digital", "pelayanan publik"),
    ("Siaga", "non-digital", "tata kelola"),
)
QUALIFIERS = ("", "", "", "Terpadu", "Keliling", "Mandiri", "Tuntas", "Bersama", "Sigap", "Sehari Jadi", "Dekat Warga")
