# The household's own page, /h. docs/languages.md says how it is translated.

own-title = Sayfam
own-language = Dil
own-back = Geri
own-next = İleri
own-leave = Çıkış
own-aloud = Sesli oku
own-to-content = İçeriğe git
own-menu = Menü
own-undo = Geri al
own-save = Kaydet
own-print = Yazdır
own-error = Olmadı. Lütfen bir kez daha deneyin.
own-not-found = Böyle bir sayfa yok.

# The door: card and PIN
own-door-title = Giriş
own-door-help = Kartınız ve şifreniz gerekir. Şifreyi giysi odasından alırsınız.
own-card = Kartınız
own-card-hint = Harfler ve rakamlar kartın üzerindedir.
own-camera = Kartı kamerayla oku
own-camera-hint = Kartı kameranın önüne tutun.
own-camera-close = Kamerayı kapat
own-camera-failed = Kamera çalışmıyor. Kartta yazanı girin.
own-photo = Kartın fotoğrafı
own-photo-send = Fotoğrafı oku
own-photo-nothing = Fotoğrafta kart görünmüyor. Yeni bir fotoğraf çekin. Ya da kartta yazanı girin.
own-pin = Şifre
own-pin-hint = 6 rakam
own-pin-delete = Son rakamı sil
own-enter = Giriş yap
own-door-wrong = Olmadı. Kartı ve şifreyi kontrol edin. 5 yanlış denemeden sonra 15 dakika beklemeniz gerekir.
own-door-often = Çok fazla deneme oldu. Birkaç dakika bekleyin.
own-door-ended = Çıkış yaptınız. Yeniden giriş yapın.
own-door-left = Çıkış yaptınız.

# The five pages
own-tab-list = Listem
own-tab-ask = İhtiyacım var
own-tab-ready = Hazır
own-tab-time = Randevu
own-tab-me = Bilgilerim

# The list
own-list-help = Bunlar listenizde. Dolu nokta şu demektir: Bunu zaten aldınız.
own-list-empty = Listeniz boş. İhtiyacınız olanı seçin.
own-person = Kişi { $number }
own-everybody = Hepiniz için
own-of = { $got } / { $wanted }
own-size = Beden { $size }
own-state-waiting = Bekliyor
own-state-ready = Hazır
own-state-got = Alındı

# Choosing what is needed
own-ask-help = Artı şu demektir: Buna ihtiyacım var. Eksi şu demektir: Buna ihtiyacım yok.
own-ask-who = Kimin için?
own-ask-none = Şu anda burada bir şey seçemezsiniz. Giysi odasına sorun.
own-plus = { $thing }: bir tane fazla
own-minus = { $thing }: bir tane eksik
own-ask-full = Burada daha fazlası olmaz. Giysi odasına sorun.
own-ask-saved = Kaydedildi: { $thing }, { $count }
own-on-list = Listede var
own-not-on-list = Listede yok

# What lies ready
own-ready-help = Bunları alabilirsiniz. Kartınızı yanınızda getirin.
own-ready-empty = Henüz hazır bir şey yok. Size uygun eşyalar arıyoruz.
own-until = Son gün: { $day }
own-place = Yer
own-choose-time = Randevu seç

# A time
own-time-help = Bir gün ve bir saat seçin.
own-time-empty = Şu anda boş randevu yok. Yakında tekrar bakın.
own-time-yours = Randevunuz
own-time-booked = Randevunuz alındı.
own-time-take = { $time }: bu randevuyu al
own-time-full = Bu randevu artık boş değil. Başka bir randevu seçin.
own-time-already = Zaten bir randevunuz var.
own-time-cancel = Randevuyu iptal et
own-time-keep = Randevuyu tut
own-time-cancelled = Randevunuz iptal edildi.
own-time-change = Başka bir randevu mu istiyorsunuz? Önce bunu iptal edin.
own-time-bring = Kartınızı yanınızda getirin.
own-time-calendar = Takvime ekle
own-time-number = Numaranız
own-time-wait = Geldiniz. Lütfen numaranızı bekleyin.
own-time-called = Sıra sizde. Lütfen gelin.
own-free = Boş: { $count }
own-audience-everybody = Herkes için
own-audience-babies = Bebekli aileler
own-audience-women = Sadece kadınlar
own-audience-quiet = Sakin saat
own-audience-first = İlk kez gelenler
own-today = Bugün
own-tomorrow = Yarın

# What is stored
own-me-help = Sizinle ilgili bunları kaydettik. Yanlış bir şey mi var? Giysi odasında söyleyin.
own-me-area = Semt
own-me-since = Kayıt tarihi
own-me-visit = Son ziyaret
own-me-note = Not
own-me-mentors = Size kim yardım ediyor
own-me-collectors = Sizin yerinize kim alabilir
own-me-collectors-end = Artık izin verme: { $name }
own-me-collectors-ended = Kaydedildi. Buna artık izin yok.
own-voucher = Teslim alma kâğıdı
own-me-people = Kişiler
own-age-baby = Bebek
own-age-child-small = Küçük çocuk
own-age-child = Çocuk
own-age-teen = Genç
own-age-adult = Yetişkin
own-born = Doğum
own-for-clothes = Giysi
own-for-trousers = Pantolon
own-for-shoes = Ayakkabı
own-for-bra = Sütyen
own-for-head = Baş
own-nothing-stored = Kayıtlı bir şey yok
own-looks = Bilgilerinizi kim gördü
own-looks-none = Henüz kimse
own-role-volunteer = Gönüllü
own-role-coordinator = Sorumlu
own-role-mentor = Size eşlik eden
own-role-other = Ekip
own-contact = Size yazabilir miyiz?
own-contact-help = O zaman size randevunuzu hatırlatırız. Zorunlu değildir.
own-contact-name = Ad
own-contact-email = E-posta
own-contact-phone = Telefon numarası
own-contact-agree = Evet, bana yazabilirsiniz. Bunu istediğim zaman değiştirebilirim.
own-contact-agree-missing = Önce kutuyu işaretleyin. Yoksa hiçbir şey kaydedemeyiz.
own-contact-missing = Bir e-posta ya da telefon numarası yazın.
own-contact-email-wrong = Bu e-posta doğru değil.
own-contact-phone-wrong = Bu telefon numarası doğru değil.
own-contact-name-long = Ad çok uzun.
own-contact-saved = Kaydedildi. Size yazabiliriz.
own-contact-remove = Artık yazmayın
own-contact-removed = Silindi. Size artık yazmayacağız.
own-language-saved = Kaydedildi.
own-pin-change = Şifreyi değiştir
own-pin-now = Eski şifre
own-pin-new = Yeni şifre
own-pin-again = Yeni şifre bir kez daha
own-pin-saved = Yeni şifreniz şu andan itibaren geçerli.
own-pin-wrong = Eski şifre doğru değil.
own-pin-six = Şifre 6 rakamdan oluşur.
own-pin-differ = İki yeni şifre aynı değil.
own-pin-easy = Bu şifre çok kolay. Başka bir şifre seçin.

# Days of the week.
own-weekday-mon = Pazartesi
own-weekday-tue = Salı
own-weekday-wed = Çarşamba
own-weekday-thu = Perşembe
own-weekday-fri = Cuma
own-weekday-sat = Cumartesi
own-weekday-sun = Pazar

# How a piece is cut.
own-cut-w = Kadın
own-cut-m = Erkek
own-cut-k = Çocuk
own-cut-b = Bebek
own-cut-u = Herkes

# How many
own-pieces = { $count } parça

# Letters about a time: booked, moved, cancelled, the day before.
own-letter-hello = Merhaba,
own-letter-booked-subject = Randevunuz
own-letter-booked = Giysi odasında bir randevunuz var:
own-letter-moved-subject = Randevunuz değişti
own-letter-moved = Giysi odasındaki randevunuzun yeni zamanı:
own-letter-cancelled-subject = Randevunuz iptal edildi
own-letter-cancelled = Giysi odasındaki bu randevu iptal edildi:
own-letter-reminder-subject = Randevunuz yarın
own-letter-reminder = Yarın giysi odasında randevunuz var:
own-letter-place = Yer: { $place }
own-letter-bring = Lütfen kartınızı yanınızda getirin.
own-letter-cannot = Gelemiyor musunuz? Lütfen randevuyu iptal edin. O zaman başka biri gelebilir.
own-letter-new-time = Yeni bir randevu seçebilirsiniz.
own-letter-calendar = Giysi odası randevusu
