"""The Telegram side, with aiogram read as the service reads it."""

from bot.telegram.reading_aiogram import read_aiogram

read_aiogram()
