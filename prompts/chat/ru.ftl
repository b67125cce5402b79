# The buyer's chat page. Values arrive formatted.

## The page
title = Чат с { $company }
no-script = Для этого чата нужен JavaScript. Включите его или откройте другой браузер.
menu = Меню
new-talk = Начать новый чат
new-talk-sure = Начать новый чат?
new-talk-means = Это устройство забудет чат. У { $company } он сохранится.
keep = Оставить этот чат
close = Закрыть чат
open = Напишите нам
skip = К полю сообщения

## Who answers, and when
open-until = Открыто до { $time }
opens-at = Закрыто до { $time }
hello = Чем можем помочь?
hello-more = Спрашивайте о ценах, образцах, доставке и обо всём остальном на своём языке.
assistant = Программа-помощник помогает нашей команде писать. Человек проверяет ответ, прежде чем вы его получите; то, что отправлено автоматически, помечено.
your-name = Ваше имя (необязательно)
reading = Команда готовит ответ
checking = Человек проверяет ответ перед отправкой
later = Команда ответит после открытия: { $time }
automatic = Автоматический ответ

## The talk
log = Сообщения
you = Вы
them = { $company }
today = Сегодня
yesterday = Вчера
to-newest = К последнему сообщению
choices = Варианты ответа

## Writing
write = Напишите сообщение
send = Отправить
attach = Добавить файлы
drop = Отпустите файлы здесь
remove = Убрать { $name }
pasted = вставленное изображение

## Ticks and troubles
sending = Ожидает отправки
sent = Отправлено
seen = Просмотрено командой
not-sent = Не отправлено
try-again = Повторить
discard = Удалить
offline = Нет сети. Ваши сообщения сохранены и будут отправлены позже.
connecting = Подключение…
too-large = { $name }: файл слишком большой. Можно до { $size }.
too-many = Файлов в одном сообщении может быть не больше { $count }.
too-long = Сообщение слишком длинное: лишних знаков { $count }.
all-too-large = Эти файлы вместе слишком большие. Отправьте их несколькими сообщениями.
ended = Прежний чат завершён. С вашего сообщения начнётся новый.

## Quotes
quote = Предложение
revision = Редакция { $number }
valid-until = Действует до { $date }
expired = Срок истёк { $date }
product = Товар
quantity = Количество
amount = Сумма
sample = образец
freight = Доставка: { $method }, дней: { $days }
total = Итого
choose = Выберите одно из количеств
replaced = Заменено редакцией { $number }
ready-by = Готово к { $date }
order = Заказать
order-on = Заказать через { $platform }
benefits = С { $platform }
pdf = Предложение в PDF
verify = Проверить это предложение
verify-code = Проверочный код
deposit = Предоплата ({ $percent } %)
balance = Остаток
